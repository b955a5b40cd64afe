"""Checks a fortification certificate (docs/certificates.md) by adding up, without solving anything and without RailOps.

    python fortification_certificates.py FILE

Whole numbers only; standard library only, beside certificates.py. check() raises CertificateError with the first fault found.
"""

import json
import sys

if __package__:
    from . import certificates
else:
    import certificates

need = certificates.need
FORMAT = "railops.fortification.certificate/1"


def check(document):
    """Returns the value proved: the flow that the best defence keeps, or None if no attack behind it breaks all unlimited paths."""
    need(document.get("format") == FORMAT, f"the format should be {FORMAT}, but is {document.get('format')}")
    problem, defence, value, attacks = (document[name] for name in ("problem", "defence", "value", "attacks"))
    protections = problem["protections"]
    need(defence == sorted(set(defence) & set(range(len(protections)))), "the defence should name protections, ascending")
    need(is_affordable(problem, defence), "the defence costs more than its budgets")
    proof = {**document["behind"], "format": certificates.FORMAT, "problem": behind(problem, defence)}
    need(certificates.check(proof) == value, f"the proof should be that every attack leaves {value}, but is for another value")
    pieces, exits, _ = certificates.split(problem["attack"])
    for attack in attacks:
        certificates.check_plan(problem["attack"], attack, pieces, exits)
    need(len(document["needed"]) == len(defence), "there should be an attack for each protection of the defence")
    for protection, number in zip(defence, document["needed"]):
        need(0 <= number < len(attacks) and beats(attacks[number], value), f"protection {protection} names no attack that leaves less")
        rest = guarded(problem, set(defence) - {protection})
        need(not rest & targets_of(attacks[number]), f"attack {number} is not possible without protection {protection} alone")
    if value is not None:
        check_tree(problem, document["tree"], attacks, value)
    return value


def guarded(problem, defence):
    return {target for protection in defence for target in problem["protections"][protection]["targets"]}


def targets_of(attack):
    return {target for target, _ in attack["attacks"]}


def beats(attack, value):
    return attack["value"] is not None and (value is None or attack["value"] < value)


def is_affordable(problem, defence):
    spent = [sum(costs) for costs in zip(*(problem["protections"][protection]["costs"] for protection in defence))]
    return all(map(int.__le__, spent, problem["budgets"]))


def behind(problem, defence):
    """The attacker's problem without the targets that are guarded."""
    hidden = guarded(problem, defence)
    targets = [target for index, target in enumerate(problem["attack"]["targets"]) if index not in hidden]
    return {**problem["attack"], "targets": targets}


def check_tree(problem, tree, attacks, value):
    """At every node an attack leaves no more than the value; a better defence prevents it, so what does so has a case."""
    protections = problem["protections"]
    todo = [(0, frozenset(p for p, protection in enumerate(protections) if not any(protection["costs"])), frozenset())]
    while todo:
        index, taken, ruled_out = todo.pop()
        need(index < len(tree), f"the tree has no node {index}")
        number, cases = tree[index]["attack"], tree[index]["cases"]
        need(0 <= number < len(attacks) and beats(attacks[number], value + 1), f"node {index}: no attack that leaves at most {value}")
        hit = targets_of(attacks[number])
        need(not guarded(problem, taken) & hit, f"node {index}: the attack hits what is guarded")
        for p in set(range(len(protections))) - taken - ruled_out - {p for p, _ in cases}:
            prevents = not hit.isdisjoint(protections[p]["targets"])
            need(not prevents or not is_affordable(problem, taken | {p}), f"node {index}: protection {p} prevents the attack, but has no case")
        for p, following in cases:
            need(0 <= p < len(protections) and following > index, f"node {index}: the case of protection {p} leads nowhere")
            todo.append((following, taken | {p}, ruled_out))
            ruled_out |= {p}


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        proved = check(json.load(file))
    print("proved: no attack breaks all unlimited paths" if proved is None else f"proved: no defence keeps more than {proved}, and one keeps that")
