"""Calls a running RailOps test server with grpcio, the C core of gRPC, as any Python program would.

Usage: check.py TARGET DESCRIPTOR_SET [WORD...]. Runs all checks, or those with a word in their names, prints one line each, ends with 1 if any failed.
The message classes come from the descriptor set, so no generated code is needed.
"""

import queue
import sys
import time
import traceback

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool

try:
    from google.protobuf.message_factory import GetMessageClass
except ImportError:  # protobuf before 4.22
    from google.protobuf import message_factory

    def GetMessageClass(descriptor):
        return message_factory.MessageFactory().GetPrototype(descriptor)


PROBE = "/railops.probe.v1.ProbeService/"
HEALTH = "/grpc.health.v1.Health/"
LIMIT_BYTES = 4 * 1024 * 1024
CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


class Contracts:
    """Message classes by full name."""

    def __init__(self, path):
        files = descriptor_pb2.FileDescriptorSet()
        with open(path, "rb") as stream:
            files.ParseFromString(stream.read())
        self._pool = descriptor_pool.DescriptorPool()
        for file in files.file:
            self._pool.Add(file)

    def __getitem__(self, name):
        return GetMessageClass(self._pool.FindMessageTypeByName(name))


class Server:
    def __init__(self, target, contracts):
        self.target = target
        self.contracts = contracts
        self.channel = self.connect()

    def connect(self, **options):
        listed = [("grpc." + key, value) for key, value in options.items()]
        return grpc.insecure_channel(self.target, options=listed)

    def message(self, name, **fields):
        return self.contracts["railops.probe.v1." + name](**fields)

    def unary(self, method, request, reply, service=PROBE, channel=None, **options):
        options.setdefault("timeout", 20)
        call = (channel or self.channel).unary_unary(
            service + method, type(request).SerializeToString, self.contracts[reply].FromString)
        return call.with_call(request, **options)

    def echo(self, channel=None, metadata=None, compression=None, **fields):
        request = self.message("EchoRequest", **fields)
        return self.unary("Echo", request, "railops.probe.v1.EchoResponse", channel=channel,
                          metadata=metadata, compression=compression)

    def fail(self, **fields):
        request = self.message("FailRequest", **fields)
        return refused(lambda: self.unary("Fail", request, "railops.probe.v1.EchoResponse"))

    def count(self, timeout=20, **fields):
        request = self.message("CountRequest", **fields)
        call = self.channel.unary_stream(
            PROBE + "Count", type(request).SerializeToString, self.contracts["railops.probe.v1.CountResponse"].FromString)
        return call(request, timeout=timeout)

    def sum(self):
        message = self.contracts["railops.probe.v1.CountResponse"]
        return self.channel.stream_unary(PROBE + "Sum", message.SerializeToString, message.FromString)

    def chat(self):
        request = self.contracts["railops.probe.v1.EchoRequest"]
        reply = self.contracts["railops.probe.v1.EchoResponse"]
        return self.channel.stream_stream(PROBE + "Chat", request.SerializeToString, reply.FromString)

    def see_stopped(self, key):
        request = self.message("WaitRequest", key=key)
        end = time.monotonic() + 5
        while time.monotonic() < end:
            if self.unary("HasStopped", request, "railops.probe.v1.HasStoppedResponse")[0].stopped:
                return
            time.sleep(0.01)
        raise AssertionError(f"handler {key} has not stopped within 5 s")


def refused(call):
    try:
        call()
    except grpc.RpcError as error:
        return error
    raise AssertionError("the call should have failed, but succeeded")


def equal(actual, expected):
    assert actual == expected, f"expected {expected!r}, got {actual!r}"


@check
def text_and_large_payload_come_back(server):
    equal(server.echo(text="Слюдянка")[0].text, "Слюдянка")
    payload = bytes(range(250)) * 15_600
    equal(server.echo(payload=payload)[0].payload, payload)


@check
def metadata_travels_both_ways(server):
    sent = (("x-text", "a value"), ("x-bytes-bin", bytes([0, 1, 254, 255])))
    _, call = server.echo(metadata=sent)
    for received in (dict(call.initial_metadata()), dict(call.trailing_metadata())):
        equal(received["x-text"], "a value")
        equal(received["x-bytes-bin"], bytes([0, 1, 254, 255]))


@check
def sixteen_codes_arrive_with_text(server):
    for code in range(1, 17):
        error = server.fail(code=code, text="50 % of Слюдянка\nis gone")
        equal(error.code().value[0], code)
        equal(error.details(), "50 % of Слюдянка\nis gone")


@check
def error_details_can_be_decoded(server):
    error = server.fail(code=3, text="Link unknown.", with_details=True)
    data = dict(error.trailing_metadata())["grpc-status-details-bin"]
    status = server.contracts["google.rpc.Status"].FromString(data)
    equal((status.code, status.message), (3, "Link unknown."))
    by_type = {detail.type_url.split("/")[-1]: detail.value for detail in status.details}
    info = server.contracts["google.rpc.ErrorInfo"].FromString(by_type["google.rpc.ErrorInfo"])
    equal((info.reason, info.domain, info.metadata["target"]), ("TARGET_UNKNOWN", "railops", "slyudanka"))
    equal(len(info.metadata["trace_id"]), 32)
    bad = server.contracts["google.rpc.BadRequest"].FromString(by_type["google.rpc.BadRequest"])
    equal([violation.field for violation in bad.field_violations], ["changes[0].close.target"])
    retry = server.contracts["google.rpc.RetryInfo"].FromString(by_type["google.rpc.RetryInfo"])
    equal((retry.retry_delay.seconds, retry.retry_delay.nanos), (2, 500_000_000))
    equal(sum(1 for detail in status.details if detail.type_url.endswith("ErrorInfo")), 1)


@check
def unexpected_exceptions_hide_their_text(server):
    error = server.fail(unexpected=True)
    equal(error.code(), grpc.StatusCode.INTERNAL)
    assert "hunter2" not in error.details(), error.details()


@check
def streams_arrive_whole(server):
    for count in (0, 1, 1000):
        equal([message.value for message in server.count(message_count=count)], list(range(count)))


@check
def a_stream_may_fail_midway(server):
    call = server.count(message_count=3, fail=True)
    seen = []
    error = refused(lambda: seen.extend(message.value for message in call))
    equal((seen, error.code(), error.details()), ([0, 1, 2], grpc.StatusCode.ABORTED, "stopped midway"))
    equal(dict(error.trailing_metadata())["x-after"], "trailer")


@check
def unary_deadline_stops_the_handler(server):
    request = server.message("WaitRequest", key="py-unary")
    error = refused(lambda: server.unary("Wait", request, "railops.probe.v1.EchoResponse", timeout=0.2))
    equal(error.code(), grpc.StatusCode.DEADLINE_EXCEEDED)
    server.see_stopped("py-unary")


@check
def stream_deadline_stops_the_handler(server):
    error = refused(lambda: list(server.count(endless_key="py-stream", timeout=0.2)))
    equal(error.code(), grpc.StatusCode.DEADLINE_EXCEEDED)
    server.see_stopped("py-stream")


@check
def cancel_stops_unary_and_stream_handlers(server):
    call = server.count(endless_key="py-cancel")
    next(call)
    call.cancel()
    server.see_stopped("py-cancel")
    request = server.message("WaitRequest", key="py-cancel-unary")
    waiting = server.channel.unary_unary(
        PROBE + "Wait", type(request).SerializeToString, server.contracts["railops.probe.v1.EchoResponse"].FromString).future(request)
    time.sleep(0.2)
    waiting.cancel()
    server.see_stopped("py-cancel-unary")


@check
def cancel_reaches_a_handler_blocked_by_flow_control(server):
    call = server.count(endless_key="py-blocked", payload_bytes=256 * 1024)
    next(call)
    time.sleep(0.3)
    call.cancel()
    server.see_stopped("py-blocked")


@check
def too_large_requests_and_responses_leave_the_connection_usable(server):
    error = refused(lambda: server.echo(payload=bytes(LIMIT_BYTES)))
    equal(error.code(), grpc.StatusCode.RESOURCE_EXHAUSTED)
    equal(server.echo(text="next")[0].text, "next")
    error = refused(lambda: server.echo(reply_bytes=LIMIT_BYTES))
    equal(error.code(), grpc.StatusCode.RESOURCE_EXHAUSTED)
    equal(server.echo(text="next")[0].text, "next")


@check
def gzip_and_deflate_requests_are_read(server):
    for compression in (grpc.Compression.Gzip, grpc.Compression.Deflate):
        equal(server.echo(text="ж" * 5000, compression=compression)[0].text, "ж" * 5000)


@check
def a_compression_bomb_is_refused(server):
    error = refused(lambda: server.echo(payload=bytes(30_000_000), compression=grpc.Compression.Gzip))
    equal(error.code(), grpc.StatusCode.RESOURCE_EXHAUSTED)
    equal(server.echo(text="next")[0].text, "next")


@check
def unknown_methods_and_services_are_unimplemented(server):
    request = server.message("EchoRequest")
    for service, method in ((PROBE, "Missing"), ("/no.such.Service/", "Echo")):
        error = refused(lambda: server.unary(method, request, "railops.probe.v1.EchoResponse", service=service))
        equal(error.code(), grpc.StatusCode.UNIMPLEMENTED)


@check
def client_streams_are_read_to_their_end(server):
    for count in (0, 1000):
        numbers = (server.message("CountResponse", value=value) for value in range(count))
        equal(server.sum()(numbers, timeout=20).value, count * (count - 1) // 2)


@check
def fifty_megabytes_arrive(server):
    payload = bytes(1_000_000)
    messages = (server.message("CountResponse", value=1, payload=payload) for _ in range(50))
    equal(server.sum()(messages, timeout=30).value, 50)


@check
def the_server_may_end_a_client_stream_early(server):
    def endless():
        yield server.message("CountResponse", value=5)
        while True:
            yield server.message("CountResponse", value=-1)

    equal(server.sum()(endless(), timeout=20).value, 5)


@check
def five_hundred_messages_go_both_ways(server):
    texts = [server.message("EchoRequest", text=str(value)) for value in range(500)]
    equal([message.text for message in server.chat()(iter(texts), timeout=20)], [message.text for message in texts])


@check
def both_sides_can_take_turns(server):
    to_send = queue.Queue()
    answers = server.chat()(iter(to_send.get, None), timeout=20)
    for turn in range(100):
        to_send.put(server.message("EchoRequest", text=f"turn {turn}"))
        equal(next(answers).text, f"turn {turn}")
    to_send.put(None)
    equal(list(answers), [])


@check
def a_cancelled_conversation_leaves_the_connection_usable(server):
    answers = server.chat()(iter(queue.Queue().get, None), timeout=20)
    answers.cancel()
    equal(refused(lambda: next(answers)).code(), grpc.StatusCode.CANCELLED)
    equal(server.echo(text="next")[0].text, "next")


@check
def health_answers(server):
    request = server.contracts["grpc.health.v1.HealthCheckRequest"]
    for service in ("", "grpc.health.v1.Health", "railops.probe.v1.ProbeService"):
        answer, _ = server.unary("Check", request(service=service), "grpc.health.v1.HealthCheckResponse", service=HEALTH)
        equal(answer.status, 1)
    error = refused(lambda: server.unary("Check", request(service="no.such"), "grpc.health.v1.HealthCheckResponse", service=HEALTH))
    equal(error.code(), grpc.StatusCode.NOT_FOUND)
    watch = server.channel.unary_stream(
        HEALTH + "Watch", request.SerializeToString, server.contracts["grpc.health.v1.HealthCheckResponse"].FromString)
    for service, status in (("", 1), ("no.such", 3)):
        call = watch(request(service=service), timeout=20)
        equal(next(call).status, status)
        call.cancel()


@check
def three_hundred_parallel_calls_answer(server):
    call = server.channel.unary_unary(
        PROBE + "Echo",
        server.contracts["railops.probe.v1.EchoRequest"].SerializeToString,
        server.contracts["railops.probe.v1.EchoResponse"].FromString)
    futures = [call.future(server.message("EchoRequest", text=str(number)), timeout=30) for number in range(300)]
    equal([future.result().text for future in futures], [str(number) for number in range(300)])


@check
def a_stream_that_was_quiet_for_eight_seconds_goes_on(server):
    equal(server.quiet.result().value, 3)


def quiet_numbers(server):
    yield server.message("CountResponse", value=1)
    time.sleep(8)
    yield server.message("CountResponse", value=2)


def main(target, descriptor_set, *words):
    """Runs the checks whose names have one of the words; all, if no words are given."""
    server = Server(target, Contracts(descriptor_set))
    # Quiet while the other checks run.
    server.quiet = server.sum().future(quiet_numbers(server), timeout=60)
    chosen = [function for function in CHECKS if not words or any(word in function.__name__ for word in words)]
    failed = 0
    for function in chosen:
        try:
            function(server)
            print(f"ok {function.__name__}")
        except Exception:
            failed += 1
            print(f"FAILED {function.__name__}")
            traceback.print_exc(file=sys.stdout)
    server.quiet.cancel()
    print(f"{len(chosen) - failed} of {len(chosen)} checks passed with grpcio {grpc.__version__}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
