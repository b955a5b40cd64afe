"""Checks a scenario-sum certificate (docs/certificates.md) by adding up, without solving anything and without RailOps.

    python sum_certificates.py FILE

Whole numbers only; standard library only, beside certificates.py. check() raises CertificateError with the first fault found.
"""

import json
import math
import sys
from collections import defaultdict

if __package__:
    from . import certificates
else:
    import certificates

need = certificates.need
FORMAT = "railops.scenario-sum.certificate/1"


def check(document):
    """Returns the value proved: the weighted flow left by the best plan, or None if every plan leaves a case without limit."""
    need(document.get("format") == FORMAT, f"the format should be {FORMAT}, but is {document.get('format')}")
    attack, plan = document["problem"]["attack"], document["plan"]
    pieces, exits, count = certificates.split(attack)
    cases = [Case(case, attack, pieces, exits, count) for case in document["problem"]["cases"]]
    need(cases and all(case.weight >= 1 for case in cases), "there should be cases, each with a weight of 1 or more")
    check_plan(attack, plan, cases, pieces, exits)
    beyond = certificates.beyond_finite(attack, pieces)
    if plan["value"] is None:
        needed = sum(case.weight for case in cases) * (beyond - 1)
    else:
        needed = plan["value"] - unit(attack, cases)
    if needed >= 0:
        check_proof(attack, cases, document["proof"], needed, beyond)
    return plan["value"]


def check_plan(attack, plan, cases, pieces, exits):
    certificates.check_plan(attack, {"attacks": plan["attacks"], "value": None}, pieces, exits)
    if plan["value"] is None:
        return
    need(len(plan["cuts"]) == len(cases), "there should be a cut per case")
    for case, cut in zip(cases, plan["cuts"]):
        made = [[t, l] for t, l in plan["attacks"] if case.is_in_effect(t, l)]
        need(cut["value"] is not None, "a cut should have a value")
        certificates.check_plan({**attack, "sinks": case.sinks}, {**cut, "attacks": made}, pieces, exits)
    total = sum(case.weight * cut["value"] for case, cut in zip(cases, plan["cuts"]))
    need(total == plan["value"], f"the weighted cuts add up to {total}, not to {plan['value']}")


def unit(attack, cases):
    """Divides every finite sum: the largest common divisor of all capacities times that of the weights."""
    left = [c for target in attack["targets"] for level in target["levels"] for c in level["left"]]
    capacities = math.gcd(*(c for c in attack["node_capacities"] + [arc[2] for arc in attack["arcs"]] + left if c is not None))
    return (capacities or 1) * math.gcd(*(case.weight for case in cases))


class Case:
    """One term of the sum."""

    def __init__(self, case, attack, pieces, exits, count):
        self.weight, self.in_effect, self.targets, self.pieces = case["weight"], case.get("in_effect"), attack["targets"], pieces
        self.sinks = case.get("sinks", attack["sinks"])
        need(self.in_effect is None or len(self.in_effect) == len(self.targets), "a case should name what takes effect for every target")
        ends = {exits[sink] for sink in self.sinks}
        need(ends and not set(self.sinks) & set(attack["sources"]), "a case has no sinks, or one that is a source")
        self.group = [0 if node in attack["sources"] else 1 if node in ends else node + 2 for node in range(count)]
        self.of_target = defaultdict(list)
        for index, (tail, head, _, back, target, element) in enumerate(pieces):
            start, end = self.group[tail], self.group[head]
            if target >= 0 and start != end and (back != "none" or (end != 0 and start != 1)):
                self.of_target[target].append(index)

    def is_in_effect(self, target, level):
        return self.in_effect is None or level in self.in_effect[target]

    def read(self, flow, scale, made, where):
        """Checks that a flow is feasible before every open attack, and returns how much leaves the sources."""
        self.flow = dict(map(tuple, flow))
        need(len(self.flow) == len(flow) and all(0 <= piece < len(self.pieces) for piece in self.flow), f"{where}: bad pieces")
        balance = defaultdict(int)
        for index, moved in self.flow.items():
            tail, head, capacity, back, target, element = self.pieces[index]
            if target in made and self.is_in_effect(target, made[target]):
                capacity = self.targets[target]["levels"][made[target]]["left"][element]
            fits = capacity is None or moved <= capacity * scale
            fits_back = moved >= 0 or back == "any" or (back == "same" and (capacity is None or -moved <= capacity * scale))
            need(fits and fits_back, f"{where}: piece {index} carries {moved}")
            balance[self.group[tail]] += moved
            balance[self.group[head]] -= moved
        need(not any(excess for at, excess in balance.items() if at > 1), f"{where}: the flow is not conserved")
        return balance[0]

    def lacking(self, target, level, scale):
        """Per element that a cut can contain: what is left of it under an attack, less what it carries."""
        found = {}
        for index in self.of_target[target] if self.is_in_effect(target, level) else []:
            *_, back, _, element = self.pieces[index]
            left, moved = self.targets[target]["levels"][level]["left"][element], self.flow.get(index, 0)
            if left is not None:
                here = left * scale - (abs(moved) if back == "same" else moved)
                found[element] = min(here, found.get(element, here))
        return list(found.values())

    def taken(self, target, level, scale):
        return sum(-lack for lack in self.lacking(target, level, scale) if lack < 0)


def check_proof(attack, cases, proof, needed, beyond):
    is_open = {(t, l) for t, target in enumerate(attack["targets"]) for l in range(len(target["levels"]))}
    todo = [(0, is_open, {}, list(attack["budgets"]))]
    while todo:
        index, is_open, made, budget = todo.pop()
        need(0 <= index < len(proof), f"the proof has no node {index}")
        for number, step in enumerate(proof[index]["rounds"]):
            closed, is_open = check_step(attack, cases, step, is_open, made, budget, needed, beyond, f"node {index}, step {number}")
            if closed:
                break
        else:
            need("branches" in proof[index], f"node {index} neither reaches the value nor has branches")
            target, level, attacked, without = proof[index]["branches"]
            need(attacked > index and without > index, f"the branches of node {index} should come later")
            if (target, level) in certificates.open_levels(attack, is_open, made, budget):
                costs = attack["targets"][target]["levels"][level]["costs"]
                todo.append((attacked, is_open, {**made, target: level}, [b - c for b, c in zip(budget, costs)]))
            todo.append((without, is_open - {(target, level)}, made, budget))


def check_step(attack, cases, step, is_open, made, budget, needed, beyond, where):
    scale, prices = step["scale"], step["prices"]
    need(scale >= 1 and len(prices) == len(budget) and min(prices) >= 0, f"{where}: bad scale or prices")
    need(len(step["flows"]) == len(cases), f"{where}: there should be a flow per case")
    usable = certificates.open_levels(attack, is_open, made, budget)
    price = {(t, l): sum(map(int.__mul__, prices, attack["targets"][t]["levels"][l]["costs"])) for t, l in usable}
    values = [case.read(flow, scale, made, where) for case, flow in zip(cases, step["flows"])]
    taken = {key: sum(case.weight * case.taken(*key, scale) for case in cases) for key in usable}
    over = defaultdict(int)
    for key in usable:
        over[key[0]] = max(over[key[0]], taken[key] - price[key])
    bound = sum(case.weight * value for case, value in zip(cases, values)) - sum(map(int.__mul__, prices, budget)) - sum(over.values())
    gap = needed * scale - bound
    if gap < 0:
        return True, is_open
    for case, value in zip(cases, values):
        if value >= beyond * scale and not any(case.taken(*key, scale) for key in usable):
            return True, is_open
    dropped = set()
    for key in usable:
        added = over[key[0]] + price[key] - taken[key]
        lacks = [case.weight * lack for case in cases for lack in case.lacking(*key, scale)] if taken[key] == 0 else [0]
        if added > gap or not lacks or added + min(lacks) > gap:
            dropped.add(key)
    return False, is_open - dropped


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        proved = check(json.load(file))
    print("proved: under every plan a case is without limit" if proved is None else f"proved: no plan leaves less than {proved}")
