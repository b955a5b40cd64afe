"""Checks an interdiction certificate (docs/certificates.md) by adding up, without solving anything and without RailOps.

    python -m railops.certificates FILE

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
    value = plan["value"]
    check_proof(problem, document["proof"], pieces, exits, count, beyond_finite(problem, pieces) if value is None else value)
    return value


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
    sinks = {exits[sink] for sink in problem["sinks"]}
    group = {node: 0 if node in problem["sources"] else 1 if node in sinks else node + 2 for node in range(count)}
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
            if usable(problem, is_open, made, budget, target, level):
                costs = problem["targets"][target]["levels"][level]["costs"]
                todo.append((attacked, group, is_open, {**made, target: level}, [b - c for b, c in zip(budget, costs)]))
            todo.append((without, group, is_open - {(target, level)}, made, budget))


def usable(problem, is_open, made, budget, target, level):
    if target in made or (target, level) not in is_open:
        return False
    return all(cost <= limit for cost, limit in zip(problem["targets"][target]["levels"][level]["costs"], budget))


def check_step(problem, pieces, step, group, is_open, made, budget, value, where):
    scale, prices, targets = step["scale"], step["prices"], problem["targets"]
    need(scale >= 1 and len(prices) == len(budget) and min(prices) >= 0, f"{where}: bad scale or prices")
    price = {(t, l): sum(map(int.__mul__, prices, targets[t]["levels"][l]["costs"])) for t, l in is_open if usable(problem, is_open, made, budget, t, l)}
    flow, balance, joins, terms = dict(map(tuple, step["flow"])), defaultdict(int), defaultdict(set), defaultdict(dict)
    need(all(0 <= piece < len(pieces) for piece in flow) and len(flow) == len(step["flow"]), f"{where}: bad pieces")
    rooms = []
    for index, (tail, head, capacity, back, target, element) in enumerate(pieces):
        levels = targets[target]["levels"] if target >= 0 else []
        capacity, levels = (levels[made[target]]["left"][element], []) if target in made else (capacity, levels)
        options = [] if capacity is None else [capacity * scale]
        for l, level in enumerate(levels):
            if (target, l) in price and level["left"][element] is not None:
                options.append(level["left"][element] * scale + price[target, l] // len(targets[target]["elements"]))
        room, moved = min(options, default=None), flow.get(index, 0)
        inside = group[tail] == group[head]
        crosses = not inside and (back != "none" or (group[head] != 0 and group[tail] != 1))
        need(not crosses or room is None or moved <= room, f"{where}: piece {index} carries {moved}, more than {room}")
        need(moved >= 0 or inside or back == "any" or (back == "same" and (room is None or -moved <= room)), f"{where}: piece {index} carries {moved} back")
        balance[group[tail]] += moved
        balance[group[head]] -= moved
        rooms.append(room)
    need(not any(excess for at, excess in balance.items() if at > 1), f"{where}: the flow is not conserved")
    gap = (value - 1) * scale - (balance[0] - sum(map(int.__mul__, prices, budget)))
    if gap < 0:
        return True, group, is_open
    for index, (tail, head, capacity, back, target, element) in enumerate(pieces):
        room, moved, tail, head = rooms[index], flow.get(index, 0), group[tail], group[head]
        if room is None or room - moved > gap:
            joins[tail].add(head)
        if back == "any" or (back == "same" and (room is None or room + moved > gap)) or (back == "none" and moved > gap):
            joins[head].add(tail)
        if target >= 0 and tail != head and (back != "none" or (head != 0 and tail != 1)):
            for l, level in enumerate(targets[target]["levels"]):
                if (target, l) in price and level["left"][element] is not None:
                    term = level["left"][element] * scale - (abs(moved) if back == "same" else moved)
                    terms[target, l][element] = min(term, terms[target, l].get(element, term))
    dropped = {k for k, by in terms.items() if price[k] + (sum(min(t, 0) for t in by.values()) or min(by.values())) > gap}
    names = merge(set(group.values()), joins)
    return names is None, {node: names[at] for node, at in group.items()} if names else group, is_open - dropped


def merge(groups, ahead):
    """New name per group, or None if group 0 would be merged with group 1 (Kosaraju's two passes, without recursion)."""
    behind, name = defaultdict(set), {}
    for start, end in [(start, end) for start, ends in ahead.items() for end in ends]:
        behind[end].add(start)

    def reach(start, label, links):
        todo = [start]
        while todo:
            if (at := todo.pop()) not in name:
                name[at] = label
                todo.extend(links.get(at, ()))

    reach(0, 0, ahead)
    if 1 in name:
        return None
    reach(1, 1, behind)
    seen, order = set(name), []
    for start in sorted(groups - seen):
        path = [(start, iter(ahead.get(start, ())))] if start not in seen else []
        seen.add(start)
        while path:
            following = next((g for g in path[-1][1] if g not in seen), None)
            if following is None:
                order.append(path.pop()[0])
                continue
            seen.add(following)
            path.append((following, iter(ahead.get(following, ()))))
    for start in reversed(order):
        reach(start, start, behind)
    return name


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        proved = check(json.load(file))
    print("proved: no plan breaks all unlimited paths" if proved is None else f"proved: no plan leaves less than {proved}")
