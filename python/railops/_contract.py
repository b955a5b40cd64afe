"""The contract: message classes and method paths, read from the descriptor set that lies beside this file.

No generated code is used, so that one file works with every protobuf runtime from 3.21 on. The descriptors live
in a pool of their own and cannot clash with other packages that bring the same google.rpc files.
"""
from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, NamedTuple

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

#: Version of the contract that this client was made for, major.minor.
PROTOCOL_VERSION = "1.0"

DESCRIPTORS_PATH = Path(__file__).with_name("descriptors.binpb")


class Method(NamedTuple):
    """One method: its path on the wire, its two message classes, and whether the server answers with a stream of them."""

    name: str
    path: str
    request: Any
    response: Any
    streams: bool = False


def _load_pool() -> Any:
    files = descriptor_pb2.FileDescriptorSet.FromString(DESCRIPTORS_PATH.read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.AddSerializedFile(file.SerializeToString())
    return pool


_POOL = _load_pool()
_CLASSES: Dict[str, Any] = {}

if hasattr(message_factory, "GetMessageClass"):
    _class_of = message_factory.GetMessageClass
else:
    _class_of = message_factory.MessageFactory(_POOL).GetPrototype


def message(name: str) -> Any:
    """The class of a message by its full name, or by its bare name if it is in railops.v1."""
    full_name = name if "." in name else f"railops.v1.{name}"
    if full_name not in _CLASSES:
        _CLASSES[full_name] = _class_of(_POOL.FindMessageTypeByName(full_name))
    return _CLASSES[full_name]


def method(service: str, name: str) -> Method:
    """A method of a railops.v1 service."""
    found = _POOL.FindServiceByName(f"railops.v1.{service}").methods_by_name[name]
    # protobuf 3.21 has no attribute for it.
    shape = descriptor_pb2.MethodDescriptorProto()
    found.CopyToProto(shape)
    return Method(
        name,
        f"/railops.v1.{service}/{name}",
        message(found.input_type.full_name),
        message(found.output_type.full_name),
        shape.server_streaming,
    )


def enum_names(name: str, prefix: str) -> Dict[int, str]:
    """Number to word for an enum: GRADE_A with prefix GRADE_ becomes "a"; the unspecified value becomes ""."""
    values = _POOL.FindEnumTypeByName(f"railops.v1.{name}").values
    words = {value.number: value.name[len(prefix):].lower() for value in values}
    words[0] = ""
    return words
