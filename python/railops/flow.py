"""Maximum flow, its minimum cut, and the graph behind an assessment."""
from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import cached_property
from typing import Any, Dict, Iterable, List, NamedTuple, Tuple

import pandas as pd

from . import _cards, _frames
from .cross_check import CrossChecked

_UNIT_SUFFIXES = {"tonnes a day": "tonnes_per_day"}


class Verification(NamedTuple):
    """Outcome of :meth:`MaxFlow.verify`. True if nothing is wrong."""

    #: What the answer says.
    max_flow: Decimal
    #: Sum of the capacities of the cut, added up here.
    cut_capacity: Decimal
    #: What the arcs bring out of the source side, added up here.
    flow_across_cut: Decimal
    #: Every fault found, in words.
    problems: Tuple[str, ...]
    unit: str

    def __bool__(self) -> bool:
        return not self.problems

    def __repr__(self) -> str:
        if self.problems:
            return "\u2717 not proven: " + " ".join(self.problems)
        return (
            f"\u2713 proven: {_plain(self.max_flow)} {self.unit} pass, every junction passes on what it gets, "
            f"and the cut lets no more than {_plain(self.cut_capacity)} through."
        )


class MaxFlow(CrossChecked):
    """The most that can pass from one set of places to another. Made by :meth:`Client.max_flow`."""

    def __init__(self, proto: Any) -> None:
        #: The raw answer (``railops.v1.SolveMaxFlowResponse``).
        self.proto = proto

    @property
    def value(self) -> float:
        """The most that can pass, in :attr:`unit`."""
        return self.proto.max_flow

    @property
    def unit(self) -> str:
        """Unit of all amounts, for example "tonnes a day"."""
        return self.proto.unit

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        return self.proto.headline

    @property
    def cut_unique(self) -> bool:
        """False: another minimum cut exists."""
        return self.proto.cut_unique

    @property
    def source_side_nodes(self) -> Tuple[str, ...]:
        """Nodes on the source side of the cut."""
        return tuple(self.proto.source_side_nodes)

    @property
    def attrs(self) -> Dict[str, Any]:
        """What the tables are about: subject, unit, trace id, data revision."""
        solve = self.proto.solve
        return {
            "subject": self.proto.subject,
            "unit": self.unit,
            "trace_id": solve.trace_id,
            "network_revision": solve.network_revision,
        }

    @cached_property
    def cut(self) -> pd.DataFrame:
        """The cut nearest the source side: its capacities add up to :attr:`value`."""
        return self._arcs(self.proto.cut)

    @cached_property
    def flows(self) -> pd.DataFrame:
        """Every arc that carries flow. A capacity without limit is infinite."""
        return self._arcs(self.proto.flows)

    def verify(self) -> Verification:
        """Checks the answer with decimal sums: no arc carries more than it can, every node on the way passes on what it gets,
        and the capacities of the cut add up to the flow. What such a cut lets through nobody can exceed.

        It trusts the server that the cut lists every arc that leaves the source side; :meth:`Client.export_graph` and another
        library check that too.
        """
        problems: List[str] = []
        net: Dict[str, Decimal] = defaultdict(Decimal)
        inside = set(self.proto.source_side_nodes)
        across = Decimal(0)
        for arc in self.proto.flows:
            flow = _exact(arc.flow)
            if flow < 0 or (arc.capacity >= 0 and flow > _exact(arc.capacity)):
                problems.append(f'Arc "{arc.id}" carries {flow}, but can carry {arc.capacity:g}.')
            net[arc.from_node] += flow
            net[arc.to_node] -= flow
            across += flow * ((arc.from_node in inside) - (arc.to_node in inside))
        value, cut = _exact(self.proto.max_flow), sum((_exact(arc.capacity) for arc in self.proto.cut), Decimal(0))
        problems += self._faults_of_ends(net, inside, value)
        problems += [f'Arc "{arc.id}" of the cut does not leave the source side.' for arc in self.proto.cut if not _leaves(arc, inside)]
        if cut != value:
            problems.append(f"The cut adds up to {cut}, but the flow is {value}.")
        if across != value:
            problems.append(f"{across} crosses the cut, but the flow is {value}.")
        return Verification(value, cut, across, tuple(problems), self.unit)

    @staticmethod
    def _faults_of_ends(net: Dict[str, Decimal], inside: "set[str]", value: Decimal) -> List[str]:
        begins = {node: amount for node, amount in net.items() if amount > 0}
        ends = {node: amount for node, amount in net.items() if amount < 0}
        problems = [f'"{node}" sends out {amount} more than it gets, beyond the cut.' for node, amount in begins.items() if node not in inside]
        problems += [f'"{node}" keeps {-amount}, before the cut.' for node, amount in ends.items() if node in inside]
        for total, what in ((sum(begins.values(), Decimal(0)), "set out"), (-sum(ends.values(), Decimal(0)), "arrive")):
            if total != value:
                problems.append(f"{total} {what}, but the flow is {value}.")
        return problems

    def _arcs(self, arcs: Iterable[Any]) -> pd.DataFrame:
        suffix = _UNIT_SUFFIXES.get(self.unit, self.unit.replace(" ", "_"))
        columns = ["id", "from_node", "to_node", f"capacity_{suffix}", f"flow_{suffix}"]
        rows = (
            dict(zip(columns, (arc.id, arc.from_node, arc.to_node, arc.capacity if arc.capacity >= 0 else float("inf"), arc.flow)))
            for arc in arcs
        )
        return _frames.frame(rows, columns, self.attrs)

    def _facts(self) -> List[Tuple[str, str]]:
        cut = ", ".join(arc.id for arc in self.proto.cut) or "nothing"
        return [
            ("flow", f"{_cards.number(self.value)} {self.unit}" if self.value >= 0 else "without limit"),
            ("cut", cut + ("" if self.cut_unique else " (another cut of this size exists)")),
            ("check", repr(self.verify())),
            ("data revision", self.proto.solve.network_revision),
        ]

    def __repr__(self) -> str:
        return _cards.text(f"Maximum flow of {self.proto.subject}", self.headline, self._facts())

    def _repr_html_(self) -> str:
        return _cards.html(f"Maximum flow of {self.proto.subject}", self.headline, self._facts())


class CapacityGraph:
    """The capacity graph of a situation, for other libraries. Made by :meth:`Client.export_graph`.

    Supply enters at the node ``SOURCE`` and leaves at ``SINK``; arcs into ``SINK`` carry at most the need of a front.
    """

    #: Where all supply begins.
    source = "SOURCE"
    #: Where all supply ends.
    sink = "SINK"

    def __init__(self, proto: Any) -> None:
        #: The raw answer (``railops.v1.ExportCapacityGraphResponse``).
        self.proto = proto

    @property
    def max_flow_tonnes_per_day(self) -> float:
        """The server's maximum flow from SOURCE to SINK, tonnes a day."""
        return self.proto.max_flow_tonnes_per_day

    @property
    def max_flow_kilograms_per_day(self) -> int:
        """The same in whole kilograms a day, exactly."""
        return _kilograms(self.proto.max_flow_tonnes_per_day)

    @cached_property
    def arcs(self) -> pd.DataFrame:
        """One row per direction: ``from_node``, ``to_node``, ``capacity_tonnes_per_day`` (infinite: no limit), ``link_id``, ``mode``."""
        columns = ["from_node", "to_node", "capacity_tonnes_per_day", "link_id", "mode"]
        rows = (
            {
                "from_node": getattr(arc, "from"),
                "to_node": arc.to,
                "capacity_tonnes_per_day": arc.capacity_tonnes_per_day if arc.capacity_tonnes_per_day >= 0 else float("inf"),
                "link_id": arc.link_id,
                "mode": arc.mode,
            }
            for arc in self.proto.arcs
        )
        return _frames.frame(rows, columns, {"network_revision": self.proto.network_revision})

    def to_networkx(self, multigraph: bool = False) -> Any:
        """The graph for NetworkX. ``capacity`` is in whole kilograms a day, so that sums are exact; an arc without limit has none.

        Args:
            multigraph: True keeps parallel arcs apart (``MultiDiGraph``, with ``link_id`` and ``mode``). NetworkX's flow functions
                want False: a ``DiGraph`` where parallel arcs are added up.
        """
        import networkx  # optional: only this method needs it

        graph = networkx.MultiDiGraph() if multigraph else networkx.DiGraph()
        graph.graph.update(capacity_unit="kg/d", network_revision=self.proto.network_revision)
        graph.add_nodes_from((self.source, self.sink))
        for arc in self.proto.arcs:
            limit = {"capacity": _kilograms(arc.capacity_tonnes_per_day)} if arc.capacity_tonnes_per_day >= 0 else {}
            tail, head = getattr(arc, "from"), arc.to
            if multigraph:
                graph.add_edge(tail, head, link_id=arc.link_id, mode=arc.mode, **limit)
            elif not graph.has_edge(tail, head):
                graph.add_edge(tail, head, **limit)
            elif "capacity" in graph[tail][head] and limit:
                graph[tail][head]["capacity"] += limit["capacity"]
            else:
                graph[tail][head].pop("capacity", None)
        return graph

    def _facts(self) -> List[Tuple[str, str]]:
        nodes = {node for arc in self.proto.arcs for node in (getattr(arc, "from"), arc.to)}
        return [
            ("size", f"{len(nodes):,} nodes, {len(self.proto.arcs):,} arcs"),
            ("maximum flow", f"{_cards.number(self.max_flow_tonnes_per_day)} tonnes a day from {self.source} to {self.sink}"),
            ("data revision", self.proto.network_revision),
        ]

    def __repr__(self) -> str:
        return _cards.text("Capacity graph", "", self._facts())

    def _repr_html_(self) -> str:
        return _cards.html("Capacity graph", "", self._facts())


def _exact(value: float) -> Decimal:
    """The decimal that the server meant: doubles on the wire are the nearest to it."""
    return Decimal(repr(value))


def _plain(value: Decimal) -> str:
    """Without needless zeros: 163, not 163.0."""
    whole = value.to_integral_value()
    return f"{whole if whole == value else value.normalize():,f}"


def _kilograms(tonnes: float) -> int:
    return int(_exact(tonnes) * 1000)


def _leaves(arc: Any, inside: "set[str]") -> bool:
    return arc.from_node in inside and arc.to_node not in inside
