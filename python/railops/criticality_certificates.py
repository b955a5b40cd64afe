"""Checks the certificate of a ranking of losses (docs/certificates.md) by adding up, without solving anything and without RailOps.

    python criticality_certificates.py FILE

Whole numbers of any size; standard library only, beside certificates.py. check() raises CertificateError with the first fault found.
"""

import json
import sys

if __package__:
    from . import certificates
else:
    import certificates

need = certificates.need
FORMAT = "railops.criticality.certificate/1"


def check(document):
    """Returns how many single losses and how many losses of two were proved; 0 of two if none were asked for."""
    need(document.get("format") == FORMAT, f"the format should be {FORMAT}, but is {document.get('format')}")
    problem, flows = document["problem"], {}
    count = len(problem["targets"])
    for entry in document["flows"]:
        lost = tuple(entry["lost"])
        need(len(lost) <= 2 and list(lost) == sorted(set(lost)) and all(0 <= target < count for target in lost), f"a flow names the targets {lost}")
        flows[lost] = check_flow(problem, lost, entry)
    need(() in flows and flows[()][0] == document["before"], "the flow of the whole net is missing, or another")
    after = {}
    for target in range(count):
        after[target] = left_after(problem, flows, target)
    rows = sorted(([target, left] for target, left in after.items()), key=lambda row: (row[1], row[0]))
    need(document["after_one"] == rows, "the single losses are not those of the flows, largest first")
    if "after_two" not in document:
        return count, 0
    pairs = []
    for first in range(count):
        for second in range(first + 1, count):
            left = left_after(problem, flows, first, second)
            if left < min(after[first], after[second]):
                pairs.append([first, second, left])
    pairs.sort(key=lambda row: (row[2], row[0], row[1]))
    need(document["after_two"] == pairs, "the losses of two are not those of the flows, largest first")
    return count, count * (count - 1) // 2


def left_after(problem, flows, *lost):
    """What is left without the targets: by a flow of their own, or by one from which they take nothing."""
    if lost in flows:
        return flows[lost][0]
    if all(keeps(problem, flows[()], target) for target in lost):
        return flows[()][0]
    for one, other in zip(lost, reversed(lost)):
        if len(lost) == 2 and (one,) in flows and keeps(problem, flows[(one,)], other):
            return flows[(one,)][0]
    return need(False, f"no flow tells what is left without targets {lost}")


def keeps(problem, flow, target):
    """True if the loss takes nothing from the flow."""
    _, through_arc, through_node = flow
    elements, left = problem["targets"][target]["elements"], problem["targets"][target]["levels"][0]["left"]
    carried = [(through_node if kind == "node" else through_arc)[index] for kind, index in elements]
    return all(rest is None or amount <= rest for amount, rest in zip(carried, left))


def check_flow(problem, lost, entry):
    """A flow within what is left, and a cut of its size; returns the size, and what passes every arc and every node."""
    arcs, nodes = [list(arc) for arc in problem["arcs"]], list(problem["node_capacities"])
    for target in lost:
        level = problem["targets"][target]["levels"][0]
        for (kind, index), rest in zip(problem["targets"][target]["elements"], level["left"]):
            if kind == "node":
                nodes[index] = rest
            else:
                arcs[index][2] = rest
    flow, outflow, inflow = [0] * len(arcs), [0] * len(nodes), [0] * len(nodes)
    for arc, amount in entry["flow"]:
        need(0 <= arc < len(arcs) and type(amount) is int and flow[arc] == 0, f"without {lost}: a flow names arc {arc}")
        flow[arc] = amount
        tail, head, capacity, directed = arcs[arc]
        need((amount >= 0 or not directed) and (capacity is None or abs(amount) <= capacity), f"without {lost}: arc {arc} carries {amount}")
        start, end = (tail, head) if amount >= 0 else (head, tail)
        outflow[start] += abs(amount) if tail != head else 0
        inflow[end] += abs(amount) if tail != head else 0
    for node, capacity in enumerate(nodes):
        given = outflow[node] - inflow[node]
        need((given <= 0 or node in problem["sources"]) and (given >= 0 or node in problem["sinks"]), f"without {lost}: node {node} gives {given}")
        need(capacity is None or max(outflow[node], inflow[node]) <= capacity, f"without {lost}: node {node} passes more than {capacity}")
    size = sum(outflow[node] - inflow[node] for node in problem["sources"])
    side, cut_nodes = set(entry["source_side"]), set(entry["cut_nodes"])
    need(cut_nodes <= side and side.issuperset(problem["sources"]), f"without {lost}: a source or cut node is not on the source side")
    need(not any(sink in side and sink not in cut_nodes for sink in problem["sinks"]), f"without {lost}: a sink is not on the sink side")
    crossing = [nodes[node] for node in cut_nodes]
    for tail, head, capacity, directed in arcs:
        out, back = tail in side - cut_nodes and head not in side, not directed and head in side - cut_nodes and tail not in side
        crossing += [capacity] if out or back else []
    need(None not in crossing and sum(crossing) == size, f"without {lost}: {size} flow, but the cut lets another amount through")
    return size, [abs(amount) for amount in flow], [max(*both) for both in zip(outflow, inflow)]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print("proved: {} single losses and {} losses of two".format(*check(json.load(file))))
