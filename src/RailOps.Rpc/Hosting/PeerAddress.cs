using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace RailOps.Rpc.Hosting;

/// <summary>The other end of a connection as gRPC writes it.</summary>
internal static class PeerAddress
{
    /// <summary><c>ipv4:1.2.3.4:567</c>, <c>ipv6:[::1]:567</c> or <c>unknown</c>.</summary>
    public static string Of(ConnectionInfo connection) => connection.RemoteIpAddress switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetwork } address => $"ipv4:{new IPEndPoint(address, connection.RemotePort)}",
        var address => $"ipv6:{new IPEndPoint(address, connection.RemotePort)}",
    };
}
