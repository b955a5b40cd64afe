"""The descriptor set beside the package is the contract of proto/."""
from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2

from railops import _contract

NO_PROTOC = 3
SCRIPT = Path(__file__).parents[1] / "make_descriptors.sh"


def read(path: Path) -> "dict[str, object]":
    """Everything of a descriptor set that counts on the wire or in code, by full name."""
    files = descriptor_pb2.FileDescriptorSet.FromString(path.read_bytes())
    found: "dict[str, object]" = {}
    for file in files.file:
        for message in file.message_type:
            read_message(f"{file.package}.{message.name}", message, found)
        for enum in file.enum_type:
            read_enum(f"{file.package}.{enum.name}", enum, found)
        for service in file.service:
            for method in service.method:
                streams = (method.client_streaming, method.server_streaming)
                found[f"{file.package}.{service.name}/{method.name}"] = (method.input_type, method.output_type, streams)
    return found


def read_message(name: str, message: descriptor_pb2.DescriptorProto, found: "dict[str, object]") -> None:
    found[name] = "message"
    for field in message.field:
        in_oneof = field.HasField("oneof_index")
        found[f"{name}.{field.name}"] = (field.number, field.type, field.label, field.type_name, in_oneof)
    for inner in message.nested_type:
        read_message(f"{name}.{inner.name}", inner, found)
    for enum in message.enum_type:
        read_enum(f"{name}.{enum.name}", enum, found)


def read_enum(name: str, enum: descriptor_pb2.EnumDescriptorProto, found: "dict[str, object]") -> None:
    for value in enum.value:
        found[f"{name}.{value.name}"] = value.number


def test_descriptors_are_those_of_proto(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.binpb"
    made = subprocess.run([str(SCRIPT), str(fresh)], capture_output=True, text=True)
    if made.returncode == NO_PROTOC:
        pytest.skip(made.stderr.strip())
    assert made.returncode == 0, made.stderr
    assert read(_contract.DESCRIPTORS_PATH) == read(fresh), "descriptors.binpb is stale: run python/make_descriptors.sh"


def test_descriptors_hold_no_source_info() -> None:
    files = descriptor_pb2.FileDescriptorSet.FromString(_contract.DESCRIPTORS_PATH.read_bytes())
    assert [file.name for file in files.file if file.HasField("source_code_info")] == []


def test_every_method_has_its_classes() -> None:
    method = _contract.method("SupplyService", "AssessSupply")
    assert method.path == "/railops.v1.SupplyService/AssessSupply"
    request = method.request(scenario={"timeline": "history-1940"})
    assert method.request.FromString(request.SerializeToString()).scenario.timeline == "history-1940"


def test_enum_words_lose_their_prefix() -> None:
    assert _contract.enum_names("Grade", "GRADE_") == {0: "", 1: "a", 2: "b", 3: "c", 4: "d"}
