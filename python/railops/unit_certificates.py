"""Checks a certificate of whole-unit interdiction (docs/certificates.md) by adding up, without solving anything and without RailOps.

    python unit_certificates.py FILE

Whole numbers only; standard library only, beside certificates.py. check() raises CertificateError with the first fault found.
"""

import json
import math
import sys
from collections import defaultdict
from fractions import Fraction

if __package__:
    from . import certificates
else:
    import certificates

need = certificates.need
FORMAT = "railops.unit-interdiction.certificate/1"


def check(document):
    """Returns the value proved: the worth of whole units that the best plan leaves."""
    need(document.get("format") == FORMAT, f"the format should be {FORMAT}, but is {document.get('format')}")
    problem, demands, plan = document["problem"], document["demands"], document["plan"]
    sink, first = len(problem["node_capacities"]) - 1, len(problem["arcs"]) - len(demands)
    need(len(problem["sources"]) == 1 and problem["sinks"] == [sink] and first >= 0, "there should be one source, and the last node the sink")
    for (unit, count, weight), (_, head, draw, directed) in zip(demands, problem["arcs"][first:]):
        need(unit >= 1 and count >= 0 and weight >= 0 and (head, draw, directed) == (sink, unit * count, True), "a demander is not joined to the sink")
    need(all(sink not in arc[:2] for arc in problem["arcs"][:first]), "only demanders should be joined to the sink")
    for target in problem["targets"]:
        need(all(id < (sink if kind == "node" else first) for kind, id in target["elements"]), "the sink and its arcs cannot be attacked")
    certificates.check_plan(problem, {"attacks": plan["attacks"], "value": None}, [], [])
    check_worth(problem, demands, plan, document["worth"], first)
    check_proof(problem, demands, document["proof"], first, plan["worth"])
    return plan["worth"]


def drawing(problem, first, draws):
    """The problem with other capacities of the arcs to the sink."""
    arcs = problem["arcs"][:first] + [[*arc[:2], draw, True] for arc, draw in zip(problem["arcs"][first:], draws)]
    return {**problem, "arcs": arcs}


def check_worth(problem, demands, plan, worth, first):
    """The units can be served under the plan, and nothing worth more can."""
    made = dict(map(tuple, plan["attacks"]))
    pieces, exits, _ = certificates.split(problem)
    left = [problem["targets"][t]["levels"][made[t]]["left"][e] if t in made else capacity for _, _, capacity, _, t, e in pieces]
    units, nodes = plan["units"], [arc[0] for arc in problem["arcs"][first:]]
    need(len(units) == len(demands) and all(0 <= u <= d[1] for u, d in zip(units, demands)), "the units are not 0 up to what is wanted")
    need(sum(u * d[2] for u, d in zip(units, demands)) == plan["worth"], f"the units are not worth {plan['worth']}")
    check_flow(problem, demands, units, worth["flow"], first, made)
    cuts = []
    for cut in worth["cuts"]:
        side, cut_nodes = set(cut["source_side"]), set(cut["cut_nodes"])
        near = side | {exits[node] for node in side - cut_nodes}
        need(cut_nodes <= side and problem["sources"][0] in near, "a source or cut node is not on the source side")
        total = 0
        for (tail, head, _, back, _, _), rest in zip(pieces, left):
            if head != problem["sinks"][0] and (tail in near) != (head in near) and (tail in near or back == "same"):
                need(rest is not None, f"a cut crosses something unlimited between {tail} and {head}")
                total += rest
        cuts.append((total, [exits[node] not in near and (node not in near or node in cut_nodes) for node in nodes]))
    order = sorted(range(len(demands)), key=lambda d: (-Fraction(demands[d][2], demands[d][0]), d))
    above = plan["worth"] + max(1, math.gcd(*(d[2] for d in demands)))
    todo = [(0, [0] * len(demands), [d[1] for d in demands])]
    while todo:
        index, low, high = todo.pop()
        need(0 <= index < len(worth["boxes"]), f"there is no box {index}")
        box = worth["boxes"][index]
        if "split" in box:
            demand, count, at_most, more = box["split"]
            need(at_most > index and more > index and 0 <= demand < len(demands), f"the parts of box {index} should come later")
            todo.append((at_most, low, [min(h, count) if d == demand else h for d, h in enumerate(high)]))
            todo.append((more, [max(l, count + 1) if d == demand else l for d, l in enumerate(low)], high))
        elif all(l <= h for l, h in zip(low, high)):
            need(all(0 <= cut < len(cuts) for cut in box["cuts"]), f"box {index} names a cut that is not there")
            need(is_closed(demands, [cuts[cut] for cut in box["cuts"]], order, low, high, above), f"box {index} allows more than {plan['worth']}")


def is_closed(demands, cuts, order, low, high, above):
    required = [l * d[0] for l, d in zip(low, demands)]
    if len(cuts) == 1 and sum(r for r, behind in zip(required, cuts[0][1]) if behind) > cuts[0][0]:
        return True
    if len(cuts) != len(order):
        return False
    bound = Fraction(0)
    for last, (capacity, behind) in enumerate(cuts):
        most = capacity - sum(required[d] for d in order[last + 1:] if behind[d])
        most += sum(high[d] * demands[d][0] for d in order[:last + 1] if not behind[d])
        rate = Fraction(demands[order[last]][2], demands[order[last]][0])
        following = demands[order[last + 1]] if last + 1 < len(order) else (1, 0, 0)
        bound += most * (rate - Fraction(following[2], following[0]))
    return math.floor(bound) < above


def check_flow(problem, demands, units, flow, first, made):
    owner = {tuple(element): (t, e) for t, target in enumerate(problem["targets"]) for e, element in enumerate(target["elements"])}

    def left(kind, id, capacity):
        target, element = owner.get((kind, id), (-1, -1))
        return problem["targets"][target]["levels"][made[target]]["left"][element] if target in made else capacity

    moved = dict(map(tuple, flow))
    need(len(moved) == len(flow) and all(0 <= arc < first for arc in moved), "the flow names an arc twice or one that is not there")
    moved |= {first + d: count * demands[d][0] for d, count in enumerate(units)}
    out, into = defaultdict(int), defaultdict(int)
    for arc, amount in moved.items():
        tail, head, capacity, directed = problem["arcs"][arc]
        limit = left("arc", arc, capacity)
        need((amount >= 0 or not directed) and (limit is None or abs(amount) <= limit), f"arc {arc} carries {amount} of {limit}")
        tail, head = (tail, head) if amount >= 0 else (head, tail)
        if tail != head:
            out[tail] += abs(amount)
            into[head] += abs(amount)
    for node, capacity in enumerate(problem["node_capacities"]):
        limit = left("node", node, capacity)
        need(limit is None or max(out[node], into[node]) <= limit, f"node {node} passes more than {limit}")
        need(node in (problem["sources"][0], problem["sinks"][0]) or out[node] == into[node], f"node {node} does not balance")


def check_proof(problem, demands, proof, first, worth):
    """Every plan leaves the worth: in every leaf all cases of a witness that is worth as much are closed."""
    levels = {(t, l) for t, target in enumerate(problem["targets"]) for l in range(len(target["levels"]))}
    todo = [(0, None, levels, {}, list(problem["budgets"]))] if worth > 0 else []
    while todo:
        index, cases, is_open, made, budget = todo.pop()
        need(0 <= index < len(proof), f"the proof has no node {index}")
        node = proof[index]
        if "units" in node:
            cases = new_cases(problem, demands, node, first, worth, is_open, made, f"node {index}")
        for number, step in enumerate(node["rounds"]):
            if cases and step["demand"] in cases:
                drawn, pieces, needed, group, levels, hit = cases[step["demand"]]
                closed, group, levels = certificates.check_step(
                    drawn, pieces, step, group, levels, hit, budget, needed, f"node {index}, step {number}")
                cases = {**cases, step["demand"]: (drawn, pieces, needed, group, levels, hit)}
                if closed:
                    del cases[step["demand"]]
        if cases is not None and not cases:
            continue
        need("cases" in node, f"node {index} neither closes every case of a witness nor has two parts")
        target, level, attacked, without = node["cases"]
        need(attacked > index and without > index, f"the parts of node {index} should come later")
        if (target, level) in certificates.open_levels(problem, is_open, made, budget):
            costs = problem["targets"][target]["levels"][level]["costs"]
            after = {d: hit_in(case, target, level) for d, case in cases.items()} if cases is not None else None
            todo.append((attacked, after, is_open, {**made, target: level}, [b - c for b, c in zip(budget, costs)]))
        kept = {d: (*case[:4], case[4] - {(target, level)}, case[5]) for d, case in cases.items()} if cases is not None else None
        todo.append((without, kept, is_open - {(target, level)}, made, budget))


def hit_in(case, target, level):
    """A case after an attack: what was ruled out as useless in this case is paid for and hits nothing."""
    *rest, levels, hit = case
    if (target, level) in levels:
        return (*rest, levels, {**hit, target: level})
    return (*rest, {(t, l) for t, l in levels if t != target}, hit)


def new_cases(problem, demands, node, first, worth, is_open, made, where):
    """Per demander of the order: the problem, its pieces, what is needed, groups, open levels, attacks made."""
    units, order, source = node["units"], node["order"], problem["sources"][0]
    need(len(units) == len(demands) and all(0 <= u <= d[1] for u, d in zip(units, demands)), f"{where}: the units are not 0 up to what is wanted")
    need(sum(u * d[2] for u, d in zip(units, demands)) >= worth, f"{where}: the units are worth less than {worth}")
    draws, cases = [u * d[0] for u, d in zip(units, demands)], {}
    exits = certificates.split(problem)[1]
    at = [exits[arc[0]] for arc in problem["arcs"][first:]]
    need(sorted(order) == [d for d, u in enumerate(units) if u > 0 and at[d] != source], f"{where}: the order should name who wants something once each")
    for position, demand in enumerate(order):
        before = set(order[:position])
        drawn = drawing(problem, first, [0 if d in before else draw for d, draw in enumerate(draws)])
        pieces, _, count = certificates.split(drawn)
        group = {node: node + 2 for node in range(count)} | {source: 0, problem["sinks"][0]: 1, at[demand]: 1} | {at[d]: 0 for d in before}
        cases[demand] = (drawn, pieces, sum(draws[d] for d in order[position:]), group, set(is_open), dict(made))
    return cases


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print(f"proved: no plan leaves less than {check(json.load(file))}")
