"""A server that answers as a test tells it to: for faults that a healthy server does not show."""
from __future__ import annotations

from concurrent import futures
from typing import Any, Callable, Dict, List, Tuple

import grpc

from railops import _contract

Behaviour = Callable[[Any, Any], Any]
SERVICES = {
    "CatalogService": ("GetServerInfo", "ListNetworks", "ListTimelines", "GetTimeline", "ListScenarios", "ListFormations"),
    "SupplyService": ("AssessSupply", "CompareTimelines"),
    "FlowService": ("SolveMaxFlow", "ExportCapacityGraph"),
    "InterdictionService": ("RankCriticalLinks", "ListAttackMeans", "Interdict", "TraceFrontier", "Fortify", "StopSearch"),
    "UncertaintyService": ("SampleUncertainty",),
}


class FakeServer:
    """gRPC on a free loopback port. ``behaviours`` maps a method name to a function of (request, context); for a stream it gives messages."""

    def __init__(self, **behaviours: Behaviour) -> None:
        self.behaviours: Dict[str, Behaviour] = {"GetServerInfo": server_info(), **behaviours}
        self.calls: List[Tuple[str, Any]] = []
        self._server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
        for service, names in SERVICES.items():
            methods = {name: _contract.method(service, name) for name in names}
            handlers = {name: self._handler(method) for name, method in methods.items()}
            self._server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(f"railops.v1.{service}", handlers),))
        self.target = f"127.0.0.1:{self._server.add_insecure_port('127.0.0.1:0')}"

    def __enter__(self) -> "FakeServer":
        self._server.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._server.stop(None).wait()

    def calls_of(self, name: str) -> List[Any]:
        """The requests that a method got."""
        return [request for method, request in self.calls if method == name]

    def _handler(self, method: _contract.Method) -> Any:
        def answer(request: Any, context: Any) -> Any:
            self.calls.append((method.name, request))
            behaviour = self.behaviours.get(method.name, unimplemented)
            return behaviour(request, context)

        make = grpc.unary_stream_rpc_method_handler if method.streams else grpc.unary_unary_rpc_method_handler
        return make(answer, method.request.FromString, method.response.SerializeToString)


def server_info(protocol_version: str = _contract.PROTOCOL_VERSION) -> Behaviour:
    """A server of a contract version."""
    return lambda _request, _context: _contract.message("ServerInfo")(
        version="9.9.9", protocol_version=protocol_version, network_revision="fake"
    )


def unimplemented(_request: Any, context: Any) -> Any:
    context.abort(grpc.StatusCode.UNIMPLEMENTED, "")


def fail(code: grpc.StatusCode, message: str = "", *details: Any) -> Behaviour:
    """A method that fails with google.rpc details, as AIP-193 has it."""

    def behave(_request: Any, context: Any) -> Any:
        status = _contract.message("google.rpc.Status")(code=code.value[0], message=message)
        for detail in details:
            status.details.add(type_url=f"type.googleapis.com/{detail.DESCRIPTOR.full_name}", value=detail.SerializeToString())
        if details:
            context.set_trailing_metadata((("grpc-status-details-bin", status.SerializeToString()),))
        context.abort(code, message)

    return behave


def error_info(reason: str, **metadata: str) -> Any:
    return _contract.message("google.rpc.ErrorInfo")(reason=reason, domain="railops", metadata=metadata)


def retry_info(seconds: int, nanos: int = 0) -> Any:
    info = _contract.message("google.rpc.RetryInfo")()
    info.retry_delay.seconds, info.retry_delay.nanos = seconds, nanos
    return info


def bad_request(*violations: Tuple[str, str]) -> Any:
    bad = _contract.message("google.rpc.BadRequest")()
    for field, description in violations:
        bad.field_violations.add(field=field, description=description)
    return bad
