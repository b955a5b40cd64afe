"""Checks an interdiction certificate (docs/certificates.md) by adding up, without solving anything and without RailOps.

    python certificates.py FILE

Whole numbers only; standard library only. check() raises CertificateError with the first fault found.
"""

import json
import sys
from collections import defaultdict

FORMAT = "railops.interdiction.certificate/1"


class CertificateError(Exception):
    """The certificate does not prove what it says."""


def need(condition, message):
    if not condition:
        raise CertificateError(message)


def check(document):
    """Returns the value proved: the flow left by the best plan, or None if no plan breaks all unlimited paths."""
    need(document.get("format") == FORMAT, f"the format should be {FORMAT}, but is {document.get('format')}")
    problem, plan = document["problem"], document["plan"]
    pieces, exits, count = split(problem)
    check_plan(problem, plan, pieces, exits)
    value = beyond_finite(problem, pieces) if plan["value"] is None else plan["value"]
    check_proof(problem, document["proof"], pieces, exits, count, value)
    return plan["value"]


def split(problem):
    """Pieces as (tail, head, capacity, back, target, element); back is 'none', 'same' or 'any'."""
    owner = {tuple(element): (t, e) for t, target in enumerate(problem["targets"]) for e, element in enumerate(target["elements"])}
    limits, exits, pieces = problem["node_capacities"], [], []
    count = len(limits)
    for node, limit in enumerate(limits):
        is_split = limit is not None or ("node", node) in owner
        exits.append(count if is_split else node)
        count += is_split
    for arc, (tail, head, capacity, directed) in enumerate(problem["arcs"]):
        whole = not directed and exits[tail] == tail and exits[head] == head
        mine = owner.get(("arc", arc), (-1, -1))
        pieces.append((exits[tail], head, capacity, "same" if whole else "none", *mine))
        if not directed and not whole:
            pieces.append((exits[head], tail, capacity, "none", *mine))
    for node, limit in enumerate(limits):
        if exits[node] != node:
            pieces.append((node, exits[node], limit, "any", *owner.get(("node", node), (-1, -1))))
    return pieces, exits, count


def beyond_finite(problem, pieces):
    """More than any finite maximum flow under any plan."""
    total, targets = 1, problem["targets"]
    for _, _, capacity, back, target, element in pieces:
        left = [level["left"][element] or 0 for level in targets[target]["levels"]] if target >= 0 else [0]
        total += (max(left) if capacity is None else capacity) * (2 if back == "same" else 1)
    return total


def check_plan(problem, plan, pieces, exits):
    level_of, targets = dict(map(tuple, plan["attacks"])), problem["targets"]
    need(len(level_of) == len(plan["attacks"]), "a target is attacked twice")
    need(all(0 <= t < len(targets) and 0 <= l < len(targets[t]["levels"]) for t, l in level_of.items()), "an attack names no level")
    for resource, budget in enumerate(problem["budgets"]):
        cost = sum(targets[t]["levels"][l]["costs"][resource] for t, l in level_of.items())
        need(cost <= budget, f"the plan costs {cost} of resource {resource}, more than {budget}")
    if plan["value"] is None:
        return
    side, cut_nodes = set(plan["source_side"]), set(plan["cut_nodes"])
    near = side | {exits[node] for node in side - cut_nodes}
    need(cut_nodes <= side and near.issuperset(problem["sources"]), "a source or cut node is not on the source side")
    need(not any(exits[sink] in near for sink in problem["sinks"]), "a sink is not on the sink side")
    total = 0
    for tail, head, capacity, back, target, element in pieces:
        if (tail in near) != (head in near) and (tail in near or back == "same"):
            left = targets[target]["levels"][level_of[target]]["left"][element] if target in level_of else capacity
            need(left is not None, f"the cut crosses something unlimited between {tail} and {head}")
            total += left
    need(total == plan["value"], f"the cut should have {plan['value']} flow units, but has {total}")


def check_proof(problem, proof, pieces, exits, count, value):
    group = {node: node + 2 for node in range(count)} | dict.fromkeys(problem["sources"], 0) | {exits[sink]: 1 for sink in problem["sinks"]}
    is_open = {(t, l) for t, target in enumerate(problem["targets"]) for l in range(len(target["levels"]))}
    todo = [(0, group, is_open, {}, list(problem["budgets"]))] if value > 0 else []
    while todo:
        index, group, is_open, made, budget = todo.pop()
        need(0 <= index < len(proof), f"the proof has no node {index}")
        for number, step in enumerate(proof[index]["rounds"]):
            closed, group, is_open = check_step(problem, pieces, step, group, is_open, made, budget, value, f"node {index}, step {number}")
            if closed:
                break
        else:
            need("cases" in proof[index], f"node {index} neither reaches the value nor has cases")
            target, level, attacked, without = proof[index]["cases"]
            need(attacked > index and without > index, f"the cases of node {index} should come later")
            if (target, level) in open_levels(problem, is_open, made, budget):
                costs = problem["targets"][target]["levels"][level]["costs"]
                todo.append((attacked, group, is_open, {**made, target: level}, [b - c for b, c in zip(budget, costs)]))
            todo.append((without, group, is_open - {(target, level)}, made, budget))


def open_levels(problem, is_open, made, budget):
    """(target, level) pairs not ruled out, of targets not attacked yet, that the budget left can pay."""
    costs = {(t, l): problem["targets"][t]["levels"][l]["costs"] for t, l in is_open if t not in made}
    return {k for k, cost in costs.items() if all(map(int.__le__, cost, budget))}


def check_step(problem, pieces, step, group, is_open, made, budget, value, where):
    """Is the flow feasible, what does it bound, what does the bound rule out? Returns (closed, groups, open levels)."""
    scale, prices, targets = step["scale"], step["prices"], problem["targets"]
    need(scale >= 1 and len(prices) == len(budget) and min(prices) >= 0, f"{where}: bad scale or prices")
    price = {(t, l): sum(map(int.__mul__, prices, targets[t]["levels"][l]["costs"])) for t, l in open_levels(problem, is_open, made, budget)}
    flow, balance, rooms, terms = dict(map(tuple, step["flow"])), defaultdict(int), [], defaultdict(dict)
    need(all(0 <= piece < len(pieces) for piece in flow) and len(flow) == len(step["flow"]), f"{where}: bad pieces")
    for index, (tail, head, capacity, back, target, element) in enumerate(pieces):
        left = [level["left"][element] for level in targets[target]["levels"]] if target >= 0 else []
        capacity = left[made[target]] if target in made else capacity
        left = {l: rest * scale for l, rest in enumerate(left) if (target, l) in price and rest is not None}
        options = [rest + price[target, l] // len(targets[target]["elements"]) for l, rest in left.items()]
        room = min(options + ([] if capacity is None else [capacity * scale]), default=None)
        start, end, moved = group[tail], group[head], flow.get(index, 0)
        crosses = start != end and (back != "none" or (end != 0 and start != 1))
        onward = None if room is None else room - moved
        backward = moved if back == "none" else None if back == "any" or room is None else room + moved
        need(not crosses or onward is None or onward >= 0, f"{where}: piece {index} carries {moved}, more than {room}")
        need(start == end or backward is None or backward >= 0, f"{where}: piece {index} carries {moved} back")
        balance[start] += moved
        balance[end] -= moved
        rooms += [(start, end, onward), (end, start, backward)]
        for l, rest in left.items() if crosses else ():
            term = rest - (abs(moved) if back == "same" else moved)
            terms[target, l][element] = min(term, terms[target, l].get(element, term))
    need(not any(excess for at, excess in balance.items() if at > 1), f"{where}: the flow is not conserved")
    gap = (value - 1) * scale - (balance[0] - sum(map(int.__mul__, prices, budget)))
    if gap < 0:
        return True, group, is_open
    dropped = {k for k, by in terms.items() if price[k] + (sum(min(t, 0) for t in by.values()) or min(by.values())) > gap}
    joins = [(start, end) for start, end, room in rooms if room is None or room > gap]
    names = merge(set(group.values()), joins)
    return names is None, {node: names[at] for node, at in group.items()} if names else group, is_open - dropped


def merge(groups, joins):
    """New name per group, or None if group 0 would be merged with group 1: groups that lead to each other become one."""
    ahead, behind, name = defaultdict(set), defaultdict(set), {}
    for start, end in joins:
        ahead[start].add(end)
        behind[end].add(start)

    def reach(start, links):
        found, todo = {start}, [start]
        while todo:
            fresh = links[todo.pop()] - found - name.keys()
            found |= fresh
            todo.extend(fresh)
        return found

    name.update(dict.fromkeys(reach(0, ahead), 0))
    if 1 in name:
        return None
    name.update(dict.fromkeys(reach(1, behind), 1))
    for start in sorted(groups):
        if start not in name:
            name.update(dict.fromkeys(reach(start, ahead) & reach(start, behind), start))
    return name


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        for text in file.read().strip().replace("}\n{", "}\0{").split("\0"):  # a frontier has one document a step
            print("proved: no plan breaks all unlimited paths" if (proved := check(json.loads(text))) is None else f"proved: no plan leaves less than {proved}")
