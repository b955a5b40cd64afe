"""Calls a second and latencies of a running RailOps server with grpcio: one call at a time, then several.

Usage: load.py TARGET [SECONDS]           measures
       load.py --write-bodies FOLDER      writes the request bodies that h2load.sh sends
"""
from __future__ import annotations

import struct
import sys
import threading
import time
from pathlib import Path
from typing import Any, Callable, List

import grpc

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

DESCRIPTORS = Path(__file__).parents[2] / "python" / "railops" / "descriptors.binpb"
WARM_UP_SECONDS = 2.0
PARALLEL_COUNT = 16


def contracts() -> Callable[[str], Any]:
    """Message classes by full name."""
    files = descriptor_pb2.FileDescriptorSet()
    files.ParseFromString(DESCRIPTORS.read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    try:
        make = message_factory.GetMessageClass
    except AttributeError:  # protobuf before 4.22
        make = message_factory.MessageFactory(pool).GetPrototype
    return lambda name: make(pool.FindMessageTypeByName(name))


def calls() -> List[Any]:
    """Name, path, request, class of the answer."""
    of = contracts()
    question = of("railops.v1.AssessSupplyRequest")()
    question.scenario.timeline, question.scenario.side = "storm-in-the-east", "soviet"
    return [
        ("health", "/grpc.health.v1.Health/Check", of("grpc.health.v1.HealthCheckRequest")(), of("grpc.health.v1.HealthCheckResponse")),
        ("info", "/railops.v1.CatalogService/GetServerInfo", of("railops.v1.GetServerInfoRequest")(), of("railops.v1.ServerInfo")),
        ("assess", "/railops.v1.SupplyService/AssessSupply", question, of("railops.v1.AssessSupplyResponse")),
    ]


def repeat(call: Callable[[], Any], seconds: float) -> List[float]:
    """Calls until the time is up; the time of each, s."""
    took: List[float] = []
    end = time.perf_counter() + seconds
    while True:
        start = time.perf_counter()
        if start >= end:
            return took
        call()
        took.append(time.perf_counter() - start)


def measure(call: Callable[[], Any], thread_count: int, seconds: float) -> str:
    """A row of the table: calls a second, median and 99 % in ms."""
    parts: List[List[float]] = [[] for _ in range(thread_count)]

    def work(index: int) -> None:
        parts[index] = repeat(call, seconds)

    threads = [threading.Thread(target=work, args=(index,)) for index in range(thread_count)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed = time.perf_counter() - start
    took = sorted(t for part in parts for t in part)
    share = lambda p: took[min(len(took) - 1, int(len(took) * p))] * 1000
    return f"{len(took) / elapsed:8.0f}/s  median {share(0.5):7.2f} ms  99 % {share(0.99):7.2f} ms"


def main(arguments: List[str]) -> int:
    if arguments[:1] == ["--write-bodies"] and len(arguments) == 2:
        for name, _, request, _ in calls():
            body = request.SerializeToString()
            (Path(arguments[1]) / f"{name}.body").write_bytes(struct.pack(">BI", 0, len(body)) + body)
        return 0
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    seconds = float(arguments[1]) if len(arguments) > 1 else 5.0
    with grpc.insecure_channel(arguments[0]) as channel:
        for name, path, request, answer in calls():
            method = channel.unary_unary(path, request_serializer=lambda m: m.SerializeToString(), response_deserializer=answer.FromString)
            call = lambda: method(request, timeout=30)
            repeat(call, WARM_UP_SECONDS)
            for thread_count in (1, PARALLEL_COUNT):
                print(f"grpcio {grpc.__version__}  {name:7} {thread_count:3} at a time  {measure(call, thread_count, seconds)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
