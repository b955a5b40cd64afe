"""RailOps: how many divisions a railway can feed, and what stops more.

    import railops

    with railops.connect("localhost:5080") as client:
        base = client.timeline("history-1940").scenario()
        print(base.close("circum-baikal-tunnels").assess().headline)

Amounts are metric tonnes a day unless a name says otherwise; every name that holds an amount ends in its unit.
"""
from ._search import DrawProgress, SearchProgress, SearchStopped
from .assessment import Assessment
from .attacks import AttackMode, AttackPlan, PlannedAttack
from .client import Client, ServerInfo, TimelineHandle, connect
from .comparison import Comparison
from .cross_check import CrossCheck
from .errors import (
    DeadlineExceeded,
    InvalidInput,
    NoRoute,
    NotFound,
    RailOpsError,
    ServerBusy,
    ServerUnavailable,
    SolverFailed,
    SolversDisagree,
    SolverUnavailable,
    VersionMismatch,
)
from .flow import CapacityGraph, MaxFlow, Verification
from .fortification import Fortification
from .frontier import Frontier
from .interdiction import Interdiction
from .program import Program
from .proof import Proof
from .ranking import Ranking
from .scenario import Change, Scenario, capture, close, derate, open_, repair, set_
from .uncertainty import Uncertainty

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "AttackMode",
    "AttackPlan",
    "CapacityGraph",
    "Change",
    "Client",
    "Comparison",
    "CrossCheck",
    "DeadlineExceeded",
    "DrawProgress",
    "Fortification",
    "Frontier",
    "Interdiction",
    "InvalidInput",
    "MaxFlow",
    "NoRoute",
    "NotFound",
    "PlannedAttack",
    "Program",
    "Proof",
    "RailOpsError",
    "Ranking",
    "Scenario",
    "SearchProgress",
    "SearchStopped",
    "ServerBusy",
    "ServerInfo",
    "ServerUnavailable",
    "SolverFailed",
    "SolverUnavailable",
    "SolversDisagree",
    "TimelineHandle",
    "Uncertainty",
    "Verification",
    "VersionMismatch",
    "capture",
    "close",
    "connect",
    "derate",
    "open_",
    "repair",
    "set_",
]
