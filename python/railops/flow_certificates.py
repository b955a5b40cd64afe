"""Checks a certificate of a cheapest flow (docs/certificates.md) by adding up, without solving anything and without RailOps.

    python flow_certificates.py FILE

Whole numbers of any size; standard library only, beside certificates.py. check() raises CertificateError with the first fault found.
"""

import json
import sys

if __package__:
    from . import certificates
else:
    import certificates

need = certificates.need
FORMAT = "railops.min-cost-flow.certificate/1"


def check(document):
    """Returns the cost proved least, or "infeasible" or "unbounded" if that is what is proved."""
    need(document.get("format") == FORMAT, f"the format should be {FORMAT}, but is {document.get('format')}")
    problem, answer = document["problem"], document["answer"]
    for name in ("flow", "potentials", "inside", "walk"):
        need(all(type(number) is int for number in document.get(name, [])), f"{name} should be whole numbers")
    need(all(0 <= node < 2 * len(problem["node_capacities"]) + 2 for node in document.get("inside", [])), "inside names nodes that are not there")
    is_largest = "sources" in problem and problem["amount"] is None
    if answer == "infeasible":
        check_cut(problem, is_largest, document["inside"])
        return answer
    need(answer in ("optimal", "unbounded"), f"the answer {answer} says nothing")
    check_flow(problem, document["flow"], document["sent"], document["cost"])
    if answer == "unbounded":
        check_walk(problem, is_largest, document["walk"])
        return answer
    pieces, supply = expand(problem, document["sent"])
    proved = dual_value(pieces, supply, document["potentials"])
    need(proved == document["cost"], f"the potentials should prove a cost of {document['cost']}, but prove {proved}")
    if is_largest:
        inside = set(document["inside"])
        need(len(supply) - 2 in inside and len(supply) - 1 not in inside, "the cut does not part sources from sinks")
        need(room_out(pieces, inside) == document["sent"], f"the cut lets more or less through than {document['sent']}")
    return document["cost"]


def expand(problem, amount):
    """Ways (tail, head, lower, upper, cost) between entries, exits and the nodes behind sources and sinks; and what each node gives.

    Without an amount any may be sent, and comes back."""
    count = len(problem["node_capacities"])
    pieces = [(node, count + node, 0, capacity, 0) for node, capacity in enumerate(problem["node_capacities"])]
    for tail, head, capacity, directed, lower, cost in problem["arcs"]:
        need(directed or (lower == 0 and cost >= 0), "an edge has a lower bound or a negative cost")
        pieces.append((count + tail, head, lower, capacity, cost))
        if not directed:
            pieces.append((count + head, tail, 0, capacity, cost))
    supply = [0] * (2 * count + 2)
    for node, given in enumerate(problem.get("supplies", [])):
        supply[node if given >= 0 else count + node] = given
    pieces += [(2 * count, source, 0, None, 0) for source in problem.get("sources", [])]
    pieces += [(count + sink, 2 * count + 1, 0, None, 0) for sink in problem.get("sinks", [])]
    if "sources" in problem and amount is None:
        pieces.append((2 * count + 1, 2 * count, 0, None, 0))
    elif "sources" in problem:
        supply[-2:] = amount, -amount
    return pieces, supply


def dual_value(pieces, supply, potentials):
    """What the potentials prove that every flow costs at least."""
    need(len(potentials) == len(supply), f"there should be {len(supply)} potentials, but there are {len(potentials)}")
    value = -sum(potential * given for potential, given in zip(potentials, supply))
    for tail, head, lower, upper, cost in pieces:
        reduced = cost + potentials[tail] - potentials[head]
        need(reduced >= 0 or upper is not None, "the potentials leave an unlimited way at a profit")
        value += reduced * (upper if reduced < 0 else lower)
    return value


def room_out(pieces, inside):
    """The most that can leave the set less the least that must enter it."""
    need(all(upper is not None for tail, head, _, upper, _ in pieces if tail in inside and head not in inside), "any amount can leave the set")
    most = sum(upper for tail, head, _, upper, _ in pieces if tail in inside and head not in inside)
    return most - sum(lower for tail, head, lower, _, _ in pieces if tail not in inside and head in inside)


def check_cut(problem, is_largest, inside):
    pieces, supply = expand(problem, None if is_largest else problem.get("amount"))
    given, room = sum(supply[node] for node in set(inside)), room_out(pieces, set(inside))
    need(given > room, f"{given} have to leave the set and {room} can, which is no contradiction")


def check_flow(problem, flow, sent, cost):
    count, total = len(problem["node_capacities"]), 0
    outflow, inflow = [0] * count, [0] * count
    need(len(flow) == len(problem["arcs"]), "there should be a flow for each arc")
    for carried, (tail, head, capacity, directed, lower, unit_cost) in zip(flow, problem["arcs"]):
        need(capacity is None or abs(carried) <= capacity, f"an arc carries {carried}, more than {capacity}")
        need(carried >= lower or not directed, f"an arc carries {carried}, less than {lower}")
        start, end = (tail, head) if carried >= 0 else (head, tail)
        outflow[start] += abs(carried)
        inflow[end] += abs(carried)
        total += unit_cost * (carried if directed else abs(carried))
    need(total == cost, f"the flow should cost {cost}, but costs {total}")
    supplies, sources, sinks = (problem.get(name) for name in ("supplies", "sources", "sinks"))
    for node, capacity in enumerate(problem["node_capacities"]):
        given = outflow[node] - inflow[node]
        if supplies is None:
            need((given <= 0 or node in sources) and (given >= 0 or node in sinks), f"node {node} gives {given} without being asked")
        else:
            need(given == supplies[node], f"node {node} gives {given} instead of {supplies[node]}")
        need(capacity is None or max(outflow[node], inflow[node]) <= capacity, f"node {node} passes more than {capacity}")
    need(sent == sum(max(0, outflow[node] - inflow[node]) for node in range(count)), f"not {sent} are sent")
    need(problem.get("amount") in (None, sent), f"{sent} are sent instead of what was asked")


def check_walk(problem, is_largest, walk):
    """Over unlimited arcs and nodes: round at a profit, or from a source to a sink where the largest flow is sought."""
    need(walk and all(0 <= arc < len(problem["arcs"]) for arc in walk), "the walk should take some arcs of the graph")
    for start in problem["arcs"][walk[0]][:2]:
        end = follow(problem, start, walk)
        if end == start and sum(problem["arcs"][arc][5] for arc in walk) < 0:
            return
        if end is not None and is_largest and start in problem["sources"] and end in problem["sinks"]:
            return
    need(False, "the walk leads neither round at a profit nor from a source to a sink")


def follow(problem, node, walk):
    for arc in walk:
        tail, head, capacity, directed, _, _ = problem["arcs"][arc]
        if capacity is not None or problem["node_capacities"][node] is not None or (node != tail and (directed or node != head)):
            return None
        node = head if node == tail else tail
    return node if problem["node_capacities"][node] is None else None


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        proved = check(json.load(file))
    print(f"proved: {proved}" if isinstance(proved, str) else f"proved: a flow costs {proved}, and none that does what was asked costs less")
