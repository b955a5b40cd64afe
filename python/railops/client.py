"""The client: verbs that ask a RailOps server."""
from __future__ import annotations

from typing import Any, Dict, Iterable, Iterator, List, Optional, Sequence, Tuple, Union

import pandas as pd

from . import _cards, _contract, _frames
from ._channel import Connection, ProgressCallback
from ._frames import bare, estimate
from .assessment import Assessment
from .comparison import Comparison
from .errors import InvalidInput, VersionMismatch
from .flow import CapacityGraph, MaxFlow
from .ranking import Ranking
from .scenario import Change, DateLike, Scenario, check_changes, date_text

#: Time allowed for a look-up, s.
READ_TIMEOUT_SECONDS = 5.0
#: Time allowed for a solve, s.
SOLVE_TIMEOUT_SECONDS = 30.0

_POLICIES = ("priority", "weighted", "fair")
_POSTURES = ("rest", "defence", "attack")
_LEVELS = ("low", "best", "high")
_KINDS = ("link", "point", "station", "railway")


def connect(
    target: str = "localhost:5080",
    *,
    timeout: Optional[float] = None,
    retries: int = 3,
    progress: Union[bool, ProgressCallback] = False,
) -> "Client":
    """A client of the server at ``target``. Nothing is sent before the first question.

    Args:
        target: ``host:port`` of the server's gRPC port.
        timeout: seconds allowed for every call; None: 5 s for look-ups, 30 s for solves.
        retries: how often to try again when the server cannot be reached; 0: never. Nothing else is tried again.
        progress: True shows method and elapsed time on a terminal while waiting (not elsewhere); or a function that gets
            the method and the seconds so far, about four times a second.

    Example::

        with railops.connect("localhost:5080") as client:
            base = client.timeline("history-1940").scenario()
            cut = base.close("circum-baikal-tunnels")
            print(cut.assess().headline)
    """
    if timeout is not None and not timeout > 0:
        raise _bad_option("timeout", timeout, "more than 0 seconds")
    if retries < 0:
        raise _bad_option("retries", retries, "0 or more")
    return Client(target, timeout, retries, progress)


class Client:
    """Asks a RailOps server. Make it with :func:`connect`; use it as a context manager or call :meth:`close`. Thread-safe."""

    def __init__(self, target: str, timeout: Optional[float], retries: int, progress: Union[bool, ProgressCallback]) -> None:
        self.target = target
        self._timeout = timeout
        self._connection = Connection(target, retries, progress)
        self._info: Optional[Any] = None

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()

    def server_info(self) -> "ServerInfo":
        """Version, limits and solvers of the server."""
        return ServerInfo(self._server_info(fresh=True), self.target)

    def timelines(self) -> pd.DataFrame:
        """All timelines: one row each, dates as YYYY-MM-DD."""
        columns = ["timeline", "display_name", "fictional", "start_date", "end_date", "default_date", "sides"]
        columns += ["front_count", "event_count", "description"]
        rows = [
            {
                "timeline": bare(t.name),
                "display_name": t.display_name,
                "fictional": t.fictional,
                "start_date": t.start_date,
                "end_date": t.end_date,
                "default_date": t.default_date,
                "sides": tuple(t.sides),
                "front_count": len(t.fronts),
                "event_count": len(t.events),
                "description": t.description,
            }
            for t in self._list("ListTimelines", "timelines")
        ]
        return self._catalogue(rows, columns)

    def networks(self) -> pd.DataFrame:
        """All stored networks."""
        columns = ["network", "display_name", "node_count", "link_count", "capacity_unit", "attribution", "description"]
        rows = [
            {"network": bare(n.name), **{column: getattr(n, column) for column in columns[1:]}}
            for n in self._list("ListNetworks", "networks")
        ]
        return self._catalogue(rows, columns)

    def scenarios(self, timeline: str) -> pd.DataFrame:
        """The what-ifs that a timeline defines; ``changes`` are in words."""
        columns = ["scenario", "display_name", "description", "changes"]
        rows = [
            {
                "scenario": bare(s.name),
                "display_name": s.display_name,
                "description": s.description,
                "changes": "; ".join(str(_change_of(change)) for change in s.changes),
            }
            for s in self._list("ListScenarios", "scenarios", parent=timeline)
        ]
        return self._catalogue(rows, columns)

    def formations(self) -> pd.DataFrame:
        """All formation types with strength (men) and needs (tonnes a day) at rest, in defence and in attack."""
        columns = ["formation", "display_name", "men_count", "division_equivalent"]
        needs = [f"{posture}_tonnes_per_day" for posture in _POSTURES]
        rows = []
        for f in self._list("ListFormations", "formations"):
            row = {"formation": bare(f.name), **{column: getattr(f, column) for column in columns[1:]}}
            for need in needs:
                row.update(estimate(need, getattr(f, need)))
            rows.append({**row, "grade": _frames.grade(f.grade)})
        all_columns = columns + [column for need in needs for column in _frames.columns_of_estimate(need)] + ["grade"]
        return self._catalogue(rows, all_columns)

    def timeline(self, timeline: str) -> "TimelineHandle":
        """One timeline, by id. Raises :class:`NotFound` with the nearest match."""
        return TimelineHandle(self, self._call("CatalogService", "GetTimeline", name=timeline))

    def scenario(
        self,
        timeline: str,
        name: str = "",
        date: Optional[DateLike] = None,
        side: Optional[str] = None,
        changes: Iterable[Change] = (),
    ) -> Scenario:
        """A situation to ask about; nothing is sent yet."""
        return Scenario(self, bare(timeline), bare(name or ""), date_text(date), side or "", check_changes(changes))

    def assess(
        self,
        scenario: Union[Scenario, str],
        date: Optional[DateLike] = None,
        side: Optional[str] = None,
        changes: Iterable[Change] = (),
        *,
        policy: str = "priority",
        posture: Optional[str] = None,
        links: bool = False,
        timeout: Optional[float] = None,
    ) -> Assessment:
        """How many divisions each front can sustain, and why.

        Args:
            scenario: a :class:`Scenario`, or the id of a timeline.
            date: ``"YYYY-MM-DD"`` or a date; None: that of the scenario, else the timeline's default date.
            side: for example ``"soviet"``; None: that of the scenario, else the timeline's first side.
            changes: further changes, for example ``[railops.close("circum-baikal-tunnels")]``.
            policy: how scarce supply is shared: ``"priority"`` (strict order), ``"weighted"`` (most weighted divisions) or
                ``"fair"`` (equal shares of need).
            posture: ``"rest"``, ``"defence"`` or ``"attack"`` for all fronts; None: as the timeline says for each.
            links: True asks for every link with capacity and flow too.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        scenario = self._situation(scenario, date, side, changes)
        answer = self._call(
            "SupplyService",
            "AssessSupply",
            timeout,
            scenario=scenario.to_proto(),
            policy=_choice("policy", policy, _POLICIES),
            posture=_choice("posture", posture, _POSTURES),
            view=2 if links else 1,
        )
        return Assessment(answer, scenario.label)

    def compare(
        self,
        scenarios: Sequence[Union[Scenario, str]],
        labels: Optional[Sequence[str]] = None,
        *,
        policy: str = "priority",
        posture: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Comparison:
        """The same question put to 2 to 8 situations; the first is the baseline.

        Args:
            scenarios: scenarios or timeline ids.
            labels: short names, one per scenario; None: those of the scenarios, else made by the server.
            policy: as for :meth:`assess`.
            posture: as for :meth:`assess`.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        situations = [self._situation(scenario) for scenario in scenarios]
        if labels is not None and len(labels) != len(situations):
            raise _bad_option("labels", len(labels), f"as many as there are scenarios, {len(situations)}")
        names = labels if labels is not None else [situation.label for situation in situations]
        case = _contract.message("ComparisonCase")
        answer = self._call(
            "SupplyService",
            "CompareTimelines",
            timeout,
            cases=[case(label=name, scenario=situation.to_proto()) for name, situation in zip(names, situations)],
            policy=_choice("policy", policy, _POLICIES),
            posture=_choice("posture", posture, _POSTURES),
        )
        return Comparison(answer)

    def rank(
        self,
        scenario: Union[Scenario, str],
        kinds: Union[str, Iterable[str]] = (),
        count: int = 20,
        *,
        policy: str = "priority",
        posture: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Ranking:
        """What matters most: what the loss of each link, point, station or railway alone costs, exact.

        Args:
            scenario: a scenario or a timeline id.
            kinds: one or more of ``"link"``, ``"point"`` (tunnels, bridges), ``"station"``, ``"railway"``; empty: all.
            count: rows wanted, 1 to 1000.
            policy: as for :meth:`assess`.
            posture: as for :meth:`assess`.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        answer = self._call(
            "InterdictionService",
            "RankCriticalLinks",
            timeout,
            scenario=self._situation(scenario).to_proto(),
            policy=_choice("policy", policy, _POLICIES),
            posture=_choice("posture", posture, _POSTURES),
            kinds=[_choice("kinds", kind, _KINDS) for kind in _names(kinds)],
            item_count=count,
        )
        return Ranking(answer)

    def max_flow(
        self,
        subject: Union[Scenario, str],
        from_: Union[str, Iterable[str]],
        to: Union[str, Iterable[str]],
        *,
        level: str = "best",
        timeout: Optional[float] = None,
    ) -> MaxFlow:
        """The most that can pass from one set of places to another, with the cut that stops more.

        Args:
            subject: id of a network (a string), or a :class:`Scenario` of a timeline.
            from_: one or more nodes or stations, or ``"sources"`` for all sources of supply of the side.
            to: one or more nodes, stations or fronts, or ``"fronts"`` for all fronts of the side.
            level: ``"low"``, ``"best"`` or ``"high"`` capacities.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        fields: Dict[str, Any] = {"from": _names(from_), "to": _names(to), "level": _choice("level", level, _LEVELS)}
        if isinstance(subject, Scenario):
            fields["scenario"] = subject.to_proto()
        else:
            fields["network"] = subject
        return MaxFlow(self._call("FlowService", "SolveMaxFlow", timeout, **fields))

    def export_graph(
        self,
        scenario: Union[Scenario, str],
        *,
        level: str = "best",
        posture: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> CapacityGraph:
        """The capacity graph behind :meth:`assess`, so that any answer can be checked with another library.

        Args:
            scenario: a scenario or a timeline id.
            level: ``"low"``, ``"best"`` or ``"high"`` capacities.
            posture: as for :meth:`assess`.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        answer = self._call(
            "FlowService",
            "ExportCapacityGraph",
            timeout,
            scenario=self._situation(scenario).to_proto(),
            level=_choice("level", level, _LEVELS),
            posture=_choice("posture", posture, _POSTURES),
        )
        return CapacityGraph(answer)

    def _situation(
        self,
        scenario: Union[Scenario, str],
        date: Optional[DateLike] = None,
        side: Optional[str] = None,
        changes: Iterable[Change] = (),
    ) -> Scenario:
        if not isinstance(scenario, Scenario):
            return self.scenario(scenario, date=date, side=side, changes=changes)
        if date is not None:
            scenario = scenario.on(date)
        if side is not None:
            scenario = scenario.as_side(side)
        return scenario.with_changes(*changes)

    def _list(self, method: str, field: str, **request: Any) -> Iterator[Any]:
        token = ""
        while True:
            page = self._call("CatalogService", method, page_token=token, **request)
            yield from getattr(page, field)
            token = page.next_page_token
            if not token:
                return

    def _catalogue(self, rows: List[Dict[str, Any]], columns: List[str]) -> pd.DataFrame:
        return _frames.frame(rows, columns, {"network_revision": self._server_info().network_revision})

    def _call(self, service: str, name: str, timeout: Optional[float] = None, /, **fields: Any) -> Any:
        self._server_info()
        return self._send(service, name, timeout, **fields)

    def _send(self, service: str, name: str, timeout: Optional[float] = None, /, **fields: Any) -> Any:
        method = _contract.method(service, name)
        usual = READ_TIMEOUT_SECONDS if service == "CatalogService" else SOLVE_TIMEOUT_SECONDS
        allowed = timeout if timeout is not None else self._timeout if self._timeout is not None else usual
        return self._connection.call(method, method.request(**fields), allowed)

    def _server_info(self, fresh: bool = False) -> Any:
        """Asks once who answers, so that a version that does not fit is told before anything else."""
        if self._info is None or fresh:
            info = self._send("CatalogService", "GetServerInfo")
            if info.protocol_version.split(".")[0] != _contract.PROTOCOL_VERSION.split(".")[0]:
                older = "client" if _version(info.protocol_version) > _version(_contract.PROTOCOL_VERSION) else "server"
                raise VersionMismatch(
                    f"The server speaks contract {info.protocol_version}, this client {_contract.PROTOCOL_VERSION}. Upgrade the {older}.",
                    reason="PROTOCOL_VERSION",
                    metadata={"server": info.protocol_version, "client": _contract.PROTOCOL_VERSION},
                )
            self._info = info
        return self._info

    def _facts(self) -> List[Tuple[str, str]]:
        if self._info is None:
            return [("server", "not asked yet")]
        return [("server", f"RailOps {self._info.version}"), ("data revision", self._info.network_revision)]

    def __repr__(self) -> str:
        return _cards.text(f"RailOps client of {self.target}", "", self._facts())

    def _repr_html_(self) -> str:
        return _cards.html(f"RailOps client of {self.target}", "", self._facts())


class ServerInfo:
    """What a server is and allows."""

    def __init__(self, proto: Any, target: str) -> None:
        #: The raw answer (``railops.v1.ServerInfo``).
        self.proto = proto
        self._target = target

    @property
    def version(self) -> str:
        """Version of RailOps."""
        return self.proto.version

    @property
    def protocol_version(self) -> str:
        """Version of the contract, major.minor."""
        return self.proto.protocol_version

    @property
    def network_revision(self) -> str:
        """Fingerprint of the data files; the same fingerprint gives the same answers."""
        return self.proto.network_revision

    @property
    def solvers(self) -> pd.DataFrame:
        """The solvers and whether they can be used here."""
        columns = ["solver", "problems", "available", "unavailable_reason"]
        rows = [dict(zip(columns, (s.name, tuple(s.problems), s.available, s.unavailable_reason))) for s in self.proto.solvers]
        return _frames.frame(rows, columns, {})

    @property
    def limits(self) -> Dict[str, float]:
        """What one request may ask for; units are in the names."""
        limits = self.proto.limits
        return {
            "receive_message_bytes": limits.receive_message_bytes,
            "concurrent_solve_count": limits.concurrent_solve_count,
            "queue_length": limits.queue_length,
            "solve_time_limit_seconds": _frames.seconds(limits.solve_time_limit),
            "change_count": limits.change_count,
            "comparison_case_count": limits.comparison_case_count,
        }

    def _facts(self) -> List[Tuple[str, str]]:
        facts = [
            ("version", self.version),
            ("contract", self.protocol_version),
            ("data revision", self.network_revision),
            ("libraries", self.proto.flavour),
            ("solvers", ", ".join(s.name for s in self.proto.solvers if s.available)),
        ]
        facts += [(name, _cards.number(value)) for name, value in self.limits.items()]
        return facts + [(f"warning {w.code}", w.message) for w in self.proto.warnings]

    def __repr__(self) -> str:
        return _cards.text(f"RailOps server at {self._target}", "", self._facts())

    def _repr_html_(self) -> str:
        return _cards.html(f"RailOps server at {self._target}", "", self._facts())


class TimelineHandle:
    """A timeline: a course of history, real or imagined."""

    def __init__(self, client: Client, proto: Any) -> None:
        self.client = client
        #: The raw answer (``railops.v1.Timeline``).
        self.proto = proto

    @property
    def id(self) -> str:
        """Its id."""
        return bare(self.proto.name)

    @property
    def sides(self) -> Tuple[str, ...]:
        """Ids of the sides, the default first."""
        return tuple(self.proto.sides)

    @property
    def fronts(self) -> pd.DataFrame:
        """The fronts of all sides."""
        columns = ["front", "display_name", "side", "start_date", "end_date", "priority", "entry_stations"]
        rows = [
            {**{column: getattr(front, column) for column in columns[:-1]}, "entry_stations": tuple(front.entry_stations)}
            for front in self.proto.fronts
        ]
        return _frames.frame(rows, columns, {"timeline": self.id})

    @property
    def events(self) -> pd.DataFrame:
        """The dated events."""
        columns = ["event", "start_date", "end_date", "description"]
        rows = [{column: getattr(event, column) for column in columns} for event in self.proto.events]
        return _frames.frame(rows, columns, {"timeline": self.id})

    @property
    def scenarios(self) -> pd.DataFrame:
        """The what-ifs that it defines."""
        return self.client.scenarios(self.id)

    def scenario(self, name: Optional[str] = None) -> Scenario:
        """The timeline as it is, or with the changes of one of its own scenarios. Vary it with ``close``, ``derate``, ``open``,
        ``capture``, ``repair``, ``set``, ``on`` and ``as_side``."""
        return self.client.scenario(self.id, name or "")

    def _facts(self) -> List[Tuple[str, str]]:
        return [
            ("kind", "a story" if self.proto.fictional else "history"),
            ("dates", f"{self.proto.start_date} to {self.proto.end_date}; {self.proto.default_date} if none is given"),
            ("sides", ", ".join(self.sides)),
            ("fronts", ", ".join(front.display_name for front in self.proto.fronts)),
        ]

    def __repr__(self) -> str:
        return _cards.text(f"{self.proto.display_name} ({self.id})", self.proto.description, self._facts())

    def _repr_html_(self) -> str:
        return _cards.html(f"{self.proto.display_name} ({self.id})", self.proto.description, self._facts())


def _names(names: Union[str, Iterable[str]]) -> List[str]:
    return [names] if isinstance(names, str) else list(names)


def _choice(option: str, value: Optional[str], choices: Sequence[str]) -> int:
    if value is None:
        return 0
    if value not in choices:
        raise _bad_option(option, value, " or ".join(f'"{choice}"' for choice in choices))
    return choices.index(value) + 1


def _bad_option(option: str, value: Any, right: str) -> InvalidInput:
    return InvalidInput(
        f"{option} is {value!r}, but must be {right}.",
        reason="OPTION_INVALID",
        metadata={"value": str(value)},
        violations=((option, f"must be {right}"),),
    )


def _version(text: str) -> Tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdigit())


def _change_of(change: Any) -> Change:
    action = change.WhichOneof("action")
    body = getattr(change, action)
    return Change(
        action,
        body.station if action == "capture" else body.target,
        by=body.by_side if action == "capture" else "",
        quantity=body.quantity if action == "set" else "",
        value=body.value if action == "set" else body.capacity_left_ratio if action == "derate" else None,
    )
