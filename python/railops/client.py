"""The client: verbs that ask a RailOps server."""
from __future__ import annotations

import secrets
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

import pandas as pd

from . import _cards, _contract, _frames, _options
from ._channel import Connection, ProgressCallback
from ._frames import bare, estimate
from ._options import DurationLike
from ._search import draw_progress, DrawListener, Search, search_progress, SearchListener, warn_if_stopped
from .assessment import Assessment
from .attacks import AttackMode, check_modes, means_frame
from .comparison import Comparison
from .errors import VersionMismatch
from .flow import CapacityGraph, MaxFlow
from .fortification import Fortification
from .frontier import Frontier
from .interdiction import Interdiction
from .program import Program
from .ranking import Ranking
from .scenario import Change, DateLike, Scenario, change_of, check_changes, date_text
from .uncertainty import Uncertainty

#: Time allowed for a look-up, s.
READ_TIMEOUT_SECONDS = 5.0
#: Time allowed for a solve, s.
SOLVE_TIMEOUT_SECONDS = 30.0
#: Time allowed for a search beside its time limit, s: waiting for a solver, reading the plans, the way back.
SEARCH_RESERVE_SECONDS = 10.0

_POLICIES = ("priority", "weighted", "fair")
_POSTURES = ("rest", "defence", "attack")
_LEVELS = ("low", "best", "high")
_KINDS = ("link", "point", "station", "railway")
_OBJECTIVES = ("tonnes", "divisions", "cumulative", "expected")
_SOLVERS = ("auto", "native", "or-tools")
_LOOK_UPS = ("ListAttackMeans", "StopSearch")
_VERBS = {"Interdict": "interdict", "TraceFrontier": "frontier", "Fortify": "fortify", "SampleUncertainty": "uncertainty"}


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
        raise _options.bad_option("timeout", timeout, "more than 0 seconds")
    if retries < 0:
        raise _options.bad_option("retries", retries, "0 or more")
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
                "changes": "; ".join(str(change_of(change)) for change in s.changes),
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
        solver: Optional[str] = None,
        cross_check: bool = False,
        by_class: bool = False,
        fleet: bool = False,
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
            solver: ``"auto"``, ``"native"`` (exact, with certificate) or ``"or-tools"`` (Google OR-Tools, where it answers the question).
            cross_check: True: ask the other solver too and compare, see ``cross_check`` of the answer; :class:`SolversDisagree` if they
                contradict each other.
            by_class: True: rations and forage, ammunition, fuel, replacements and locomotive coal, each from its own sources;
                the answer then has :attr:`Assessment.classes`. Needs OR-Tools on the server.
            fleet: True: wagons and locomotives limit too, as far as their number is known. Needs OR-Tools on the server.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        scenario = self._situation(scenario, date, side, changes)
        answer = self._call(
            "SupplyService",
            "AssessSupply",
            timeout,
            scenario=scenario.to_proto(),
            policy=_options.choice("policy", policy, _POLICIES),
            posture=_options.choice("posture", posture, _POSTURES),
            view=2 if links else 1,
            supply_model=2 if by_class else 1,
            fleet_limited=fleet,
            **_solving(solver, cross_check),
        )
        return Assessment(answer, scenario.label)

    def compare(
        self,
        scenarios: Sequence[Union[Scenario, str]],
        labels: Optional[Sequence[str]] = None,
        *,
        policy: str = "priority",
        posture: Optional[str] = None,
        solver: Optional[str] = None,
        cross_check: bool = False,
        timeout: Optional[float] = None,
    ) -> Comparison:
        """The same question put to 2 to 8 situations; the first is the baseline.

        Args:
            scenarios: scenarios or timeline ids.
            labels: short names, one per scenario; None: those of the scenarios, else made by the server.
            policy: as for :meth:`assess`.
            posture: as for :meth:`assess`.
            solver: as for :meth:`assess`.
            cross_check: as for :meth:`assess`.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        situations = [self._situation(scenario) for scenario in scenarios]
        if labels is not None and len(labels) != len(situations):
            raise _options.bad_option("labels", len(labels), f"as many as there are scenarios, {len(situations)}")
        names = labels if labels is not None else [situation.label for situation in situations]
        case = _contract.message("ComparisonCase")
        answer = self._call(
            "SupplyService",
            "CompareTimelines",
            timeout,
            cases=[case(label=name, scenario=situation.to_proto()) for name, situation in zip(names, situations)],
            policy=_options.choice("policy", policy, _POLICIES),
            posture=_options.choice("posture", posture, _POSTURES),
            **_solving(solver, cross_check),
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
        solver: Optional[str] = None,
        cross_check: bool = False,
        timeout: Optional[float] = None,
    ) -> Ranking:
        """What matters most: what the loss of each link, point, station or railway alone costs, exact.

        Args:
            scenario: a scenario or a timeline id.
            kinds: one or more of ``"link"``, ``"point"`` (tunnels, bridges), ``"station"``, ``"railway"``; empty: all.
            count: rows wanted, 1 to 1000.
            policy: as for :meth:`assess`.
            posture: as for :meth:`assess`.
            solver: as for :meth:`assess`; ``"or-tools"`` does not rank.
            cross_check: as for :meth:`assess`; the rows that come back are compared.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        answer = self._call(
            "InterdictionService",
            "RankCriticalLinks",
            timeout,
            scenario=self._situation(scenario).to_proto(),
            policy=_options.choice("policy", policy, _POLICIES),
            posture=_options.choice("posture", posture, _POSTURES),
            kinds=[_options.choice("kinds", kind, _KINDS) for kind in _options.names(kinds)],
            item_count=count,
            **_solving(solver, cross_check),
        )
        return Ranking(answer)

    def attack_means(
        self,
        timeline: str,
        date: Optional[DateLike] = None,
        attacker: Optional[str] = None,
        *,
        timeout: Optional[float] = None,
    ) -> pd.DataFrame:
        """With what a side can strike on a day: what it spends, what it can reach, how much it destroys, with what chance.

        Rows without a resource are told by the sources, but cannot be asked for. ``attack_limit_count`` is missing (``<NA>``) where
        only the resource limits them; ``reach_km`` is infinite where they reach anywhere.

        Args:
            timeline: id of a timeline.
            date: ``"YYYY-MM-DD"`` or a date; None: the timeline's default date.
            attacker: for example ``"japanese"``; None: all sides.
            timeout: seconds allowed; None: the client's, else 5 s.
        """
        request = {"timeline": timeline, "date": date_text(date), "attacker": attacker or ""}
        means = self._call("InterdictionService", "ListAttackMeans", timeout, **request).means
        attrs = {**request, "network_revision": self._server_info().network_revision}
        return means_frame(means, attrs)

    def interdict(
        self,
        scenario: Union[Scenario, str],
        resources: Mapping[str, int],
        *,
        attacker: Optional[str] = None,
        objective: str = "tonnes",
        days: int = 30,
        seed: int = 0,
        plans: Optional[int] = None,
        modes: Iterable[AttackMode] = (),
        only_given_modes: bool = False,
        exclude: Union[str, Iterable[str]] = (),
        policy: str = "priority",
        posture: Optional[str] = None,
        solver: Optional[str] = None,
        cross_check: bool = False,
        time_limit: Optional[DurationLike] = None,
        threads: int = 1,
        search_id: Optional[str] = None,
        progress: Union[None, bool, SearchListener] = None,
        certificate: bool = False,
        timeout: Optional[float] = None,
    ) -> Interdiction:
        """The worst that an enemy can do within its resources, proven, and the next-best plans.

        While it runs, the first interrupt (Ctrl-C, the notebook's stop button) ends the search and gives the best plan found so far
        with a :class:`SearchStopped` warning; the second gives up. A search that reaches its time limit warns in the same way.

        Args:
            scenario: the situation before the attack, or a timeline id; its side is the one attacked.
            resources: what may be spent, for example ``{"commando-raids": 2, "air-sorties": 500}``; see :meth:`attack_means`. A
                resource not named cannot be used.
            attacker: None: the opponent of the scenario's side.
            objective: what the enemy makes small: ``"tonnes"`` (what arrives, t/d); ``"divisions"`` (the most whole divisions that could
                be sustained, however supply is shared out); ``"cumulative"`` (what arrives over ``days``, t, if all attacks are made on
                the first day and repaired in their likely time); ``"expected"`` (what arrives on average if attacks can fail, t/d: best
                for random samples, not proven).
            days: days that count for ``"cumulative"``, 1 to 3650.
            seed: seed of the samples for ``"expected"``; the same seed gives the same answer.
            plans: plans wanted, worst first, 1 to 20; None: 3, of OR-Tools 1; only ``"tonnes"`` gives more than one.
            modes: means of attack of your own (:class:`AttackMode`), beside the timeline's.
            only_given_modes: True: ``modes`` alone, not the timeline's.
            exclude: links, points, stations, railways that cannot be struck.
            policy: as for :meth:`assess`.
            posture: as for :meth:`assess`.
            solver: as for :meth:`assess`; ``"or-tools"`` finds one plan, for ``"tonnes"``, without a certificate.
            cross_check: as for :meth:`assess`; what the best plan leaves is compared, for ``"tonnes"``. Half of the time is for the check.
            time_limit: ``"20s"``, ``"500ms"``, ``"2min"``, seconds, or a timedelta; None: the server's (:meth:`server_info`).
            threads: 1 to 64; the answer does not depend on it.
            search_id: a name for :meth:`stop_search`, letters, digits and hyphens; None: one is made up.
            progress: None: one line with best, bound, gap and time on a terminal or in a notebook; True: also elsewhere; False:
                nothing; or a function that gets every :class:`SearchProgress`.
            certificate: True: bring the certificate, for :meth:`Interdiction.verify`.
            timeout: seconds allowed for the whole call; the search ends early enough to answer within them. None: the client's, else
                the time limit and 10 s.
        """
        situation = self._situation(scenario)
        question = _question(situation, resources, attacker, modes, only_given_modes, exclude, policy, posture)
        question.objective = _options.choice("objective", objective, _OBJECTIVES)
        question.horizon_days, question.sample_seed = _options.count("days", days, 1), _options.count("seed", seed)
        request = {"question": question, "plan_count": 0 if plans is None else _options.count("plans", plans, 1), "with_certificate": certificate}
        request.update(_solving(solver, cross_check))
        result, interrupted = self._search("Interdict", request, time_limit, threads, search_id, progress, timeout)
        answer = Interdiction(result, question, situation)
        warn_if_stopped(answer.termination, interrupted, answer.standing())
        return answer

    def frontier(
        self,
        scenario: Union[Scenario, str],
        resources: Mapping[str, int],
        vary: Optional[str] = None,
        *,
        attacker: Optional[str] = None,
        modes: Iterable[AttackMode] = (),
        only_given_modes: bool = False,
        exclude: Union[str, Iterable[str]] = (),
        policy: str = "priority",
        posture: Optional[str] = None,
        solver: Optional[str] = None,
        cross_check: bool = False,
        time_limit: Optional[DurationLike] = None,
        threads: int = 1,
        search_id: Optional[str] = None,
        progress: Union[None, bool, SearchListener] = None,
        timeout: Optional[float] = None,
    ) -> Frontier:
        """How the damage grows with one resource: every step from none of it to its budget, each with its plan. Interrupts and what
        is not told here: as for :meth:`interdict`.

        Args:
            scenario: the situation before the attack, or a timeline id; its side is the one attacked.
            resources: what may be spent; of the resource varied, the most looked at.
            vary: the resource that is varied; None: the first.
            solver: ``"auto"`` or ``"native"``; OR-Tools traces no frontiers.
            cross_check: True: OR-Tools solves every step again.
        """
        situation = self._situation(scenario)
        question = _question(situation, resources, attacker, modes, only_given_modes, exclude, policy, posture)
        request = {"question": question, "varied_resource": vary or "", **_solving(solver, cross_check)}
        result, interrupted = self._search("TraceFrontier", request, time_limit, threads, search_id, progress, timeout)
        answer = Frontier(result, question, situation)
        warn_if_stopped(answer.termination, interrupted, answer.standing())
        return answer

    def fortify(
        self,
        scenario: Union[Scenario, str],
        resources: Mapping[str, int],
        guards: int = 3,
        *,
        attacker: Optional[str] = None,
        modes: Iterable[AttackMode] = (),
        only_given_modes: bool = False,
        exclude: Union[str, Iterable[str]] = (),
        policy: str = "priority",
        posture: Optional[str] = None,
        solver: Optional[str] = None,
        cross_check: bool = False,
        time_limit: Optional[DurationLike] = None,
        threads: int = 1,
        search_id: Optional[str] = None,
        progress: Union[None, bool, SearchListener] = None,
        certificate: bool = False,
        timeout: Optional[float] = None,
    ) -> Fortification:
        """What to guard, so that the enemy's best attack on the rest does least harm; the enemy knows where the guards stand.
        Interrupts and what is not told here: as for :meth:`interdict`.

        Args:
            scenario: the situation before the attack, or a timeline id; its side is the one attacked.
            resources: what the enemy may spend.
            guards: guard battalions, 1 to 20; each guards one link with what stands on it, one point of several links, or one station.
            solver: ``"auto"`` or ``"native"``; OR-Tools chooses no guards.
            cross_check: True: OR-Tools solves the attack behind the guards again.
        """
        situation = self._situation(scenario)
        question = _question(situation, resources, attacker, modes, only_given_modes, exclude, policy, posture)
        guard_count = _options.count("guards", guards)
        request = {"question": question, "guard_count": guard_count, "with_certificate": certificate, **_solving(solver, cross_check)}
        result, interrupted = self._search("Fortify", request, time_limit, threads, search_id, progress, timeout)
        answer = Fortification(result, question, guard_count, situation)
        warn_if_stopped(answer.termination, interrupted, answer.standing())
        return answer

    def uncertainty(
        self,
        scenario: Union[Scenario, str],
        draws: int = 500,
        *,
        seed: int = 1,
        correlation: Optional[float] = None,
        tornado: int = 15,
        policy: str = "priority",
        posture: Optional[str] = None,
        time_limit: Optional[DurationLike] = None,
        threads: int = 1,
        search_id: Optional[str] = None,
        progress: Union[None, bool, DrawListener] = None,
        timeout: Optional[float] = None,
    ) -> Uncertainty:
        """How sure an answer is: random draws of every uncertain figure, each answered in full. Interrupts and what is not told
        here: as for :meth:`interdict`; an interrupt or the time limit gives the answer of the draws made so far.

        Args:
            scenario: the situation, or a timeline id.
            draws: 1 to 10,000.
            seed: the same seed gives the same answer, on any number of threads; what-ifs with one seed can be compared.
            correlation: rank correlation of the figures of one railway, of one operator, and of the needs of formations, 0 to 1;
                None: the data's own.
            tornado: parameters wanted that matter most, 0 (none) to 200.
            policy: as for :meth:`assess`.
            posture: as for :meth:`assess`.
            progress: as for :meth:`interdict`; a function gets every :class:`DrawProgress`.
        """
        situation = self._situation(scenario)
        request: Dict[str, Any] = {
            "scenario": situation.to_proto(),
            "policy": _options.choice("policy", policy, _POLICIES),
            "posture": _options.choice("posture", posture, _POSTURES),
            "draw_count": _options.count("draws", draws, 1),
            "seed": _options.count("seed", seed),
            "tornado_count": _options.count("tornado", tornado) or -1,
        }
        if correlation is not None:
            request["correlation_ratio"] = correlation
        found = self._search(
            "SampleUncertainty", request, time_limit, threads, search_id, progress, timeout, "UncertaintyService", draw_progress
        )
        answer = Uncertainty(found[0], situation, draws)
        warn_if_stopped(answer.termination, found[1], answer.standing())
        return answer

    def stop_search(self, search_id: str) -> None:
        """Ends a running search early, for example from another thread or notebook; it then gives the best answer found so far.
        Raises :class:`NotFound` if none of that name is running."""
        self._call("InterdictionService", "StopSearch", search_id=search_id)

    def max_flow(
        self,
        subject: Union[Scenario, str],
        from_: Union[str, Iterable[str]],
        to: Union[str, Iterable[str]],
        *,
        level: str = "best",
        solver: Optional[str] = None,
        cross_check: bool = False,
        timeout: Optional[float] = None,
    ) -> MaxFlow:
        """The most that can pass from one set of places to another, with the cut that stops more.

        Args:
            subject: id of a network (a string), or a :class:`Scenario` of a timeline.
            from_: one or more nodes or stations, or ``"sources"`` for all sources of supply of the side.
            to: one or more nodes, stations or fronts, or ``"fronts"`` for all fronts of the side.
            level: ``"low"``, ``"best"`` or ``"high"`` capacities.
            solver: as for :meth:`assess`.
            cross_check: as for :meth:`assess`.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        fields: Dict[str, Any] = {"from": _options.names(from_), "to": _options.names(to), "level": _options.choice("level", level, _LEVELS)}
        fields.update(_solving(solver, cross_check))
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
            level=_options.choice("level", level, _LEVELS),
            posture=_options.choice("posture", posture, _POSTURES),
        )
        return CapacityGraph(answer)

    def export_program(
        self,
        scenario: Union[Scenario, str],
        *,
        model: str = "max-flow",
        format: str = "mps",
        goal: str = "tonnes",
        fleet: bool = False,
        level: str = "best",
        posture: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> Program:
        """A model as a linear or mixed-integer program, so that any solver can solve it.

        Args:
            scenario: a scenario or a timeline id.
            model: ``"max-flow"`` (the most that can come to all fronts) or ``"by-class"`` (supply by class).
            format: ``"mps"`` or ``"lp"``.
            goal: with by-class: most ``"tonnes"``, or the weighted sum of whole ``"divisions"``.
            fleet: with by-class: wagons and locomotives limit too.
            level: ``"low"``, ``"best"`` or ``"high"`` capacities.
            posture: as for :meth:`assess`.
            timeout: seconds allowed; None: the client's, else 30 s.
        """
        situation: Dict[str, Any] = {
            "scenario": self._situation(scenario).to_proto(),
            "level": _options.choice("level", level, _LEVELS),
            "posture": _options.choice("posture", posture, _POSTURES),
        }
        if _options.choice("model", model, ("max-flow", "by-class")) == 2:
            situation.update(fleet_limited=fleet, goal=_options.choice("goal", goal, ("tonnes", "divisions")))
            question = {"by_class": situation}
        else:
            question = {"max_flow": situation}
        answer = self._call(
            "FlowService", "ExportProgram", timeout, format=_options.choice("format", format, ("mps", "lp")), **question
        )
        return Program(answer, format)

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
        usual = READ_TIMEOUT_SECONDS if service == "CatalogService" or name in _LOOK_UPS else SOLVE_TIMEOUT_SECONDS
        allowed = timeout if timeout is not None else self._timeout if self._timeout is not None else usual
        return self._connection.call(method, method.request(**fields), allowed)

    def _search(
        self,
        name: str,
        request: Dict[str, Any],
        time_limit: Optional[DurationLike],
        threads: int,
        search_id: Optional[str],
        progress: Union[None, bool, Callable[[Any], None]],
        timeout: Optional[float],
        service: str = "InterdictionService",
        plain: Callable[[Any], Any] = search_progress,
    ) -> Tuple[Any, bool]:
        """The result of a search, and whether the user interrupted it."""
        method = _contract.method(service, name)
        name_of_search = search_id or secrets.token_hex(16)
        limit = _options.duration("time_limit", time_limit)
        limits = {"time_limit": limit, "thread_count": _options.count("threads", threads, 1), "search_id": name_of_search}
        message = method.request(limits=limits, **request)
        longest = _frames.seconds(message.limits.time_limit if limit else self._server_info().limits.solve_time_limit)
        usual = longest + SEARCH_RESERVE_SECONDS if longest > 0 else SOLVE_TIMEOUT_SECONDS
        allowed = timeout if timeout is not None else self._timeout if self._timeout is not None else usual
        search = Search(_VERBS[name], lambda: self.stop_search(name_of_search), progress, self._connection.waiting, plain)
        self._server_info()
        return self._connection.follow(method, message, allowed, search.read), search.interrupted

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
        """The solvers with their versions, whether they can be used here, and if not, how to add them."""
        columns = ["solver", "version", "problems", "available", "unavailable_reason"]
        rows = [dict(zip(columns, (s.name, s.version, tuple(s.problems), s.available, s.unavailable_reason))) for s in self.proto.solvers]
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

    def attack_means(self, date: Optional[DateLike] = None, attacker: Optional[str] = None) -> pd.DataFrame:
        """With what a side can strike on a day. See :meth:`Client.attack_means`."""
        return self.client.attack_means(self.id, date, attacker)

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


def _question(
    scenario: Scenario,
    resources: Mapping[str, int],
    attacker: Optional[str],
    modes: Iterable[AttackMode],
    only_given_modes: bool,
    exclude: Union[str, Iterable[str]],
    policy: str,
    posture: Optional[str],
) -> Any:
    """Who attacks what with what, as the contract spells it."""
    return _contract.message("AttackQuestion")(
        scenario=scenario.to_proto(),
        policy=_options.choice("policy", policy, _POLICIES),
        posture=_options.choice("posture", posture, _POSTURES),
        attacker=attacker or "",
        resources=[{"resource": name, "budget_count": units} for name, units in _options.counts("resources", resources).items()],
        modes=check_modes(modes),
        only_given_modes=only_given_modes,
        excluded_targets=_options.names(exclude),
    )


def _solving(solver: Optional[str], cross_check: bool) -> Dict[str, Any]:
    return {"solver": _options.choice("solver", solver, _SOLVERS), "cross_check": bool(cross_check)}


def _version(text: str) -> Tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdigit())
