"""Keeps a running RailOps server busy until it is killed.

Usage: hold.py TARGET DESCRIPTOR_SET METHOD REQUEST_TYPE REPLY_TYPE REQUEST_IN_BASE64 CALLS
"""

import base64
import sys

import grpc

from check import Contracts


def main(target, descriptor_set, method, request_type, reply_type, request, calls):
    contracts = Contracts(descriptor_set)
    channel = grpc.insecure_channel(target)
    call = channel.unary_unary(method, contracts[request_type].SerializeToString, contracts[reply_type].FromString)
    message = contracts[request_type].FromString(base64.b64decode(request))
    while True:
        for pending in [call.future(message) for _ in range(int(calls))]:
            pending.result()


if __name__ == "__main__":
    main(*sys.argv[1:])
