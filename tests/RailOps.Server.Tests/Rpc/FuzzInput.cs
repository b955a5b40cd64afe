using System.Globalization;
using System.Text;
using Google.Protobuf;
using RailOps.Contracts.Reflection.V1;
using RailOps.Contracts.V1;
using RailOps.Server.Tests.Rpc.Contract;
using RailOps.Server.Tests.Services;

namespace RailOps.Server.Tests.Rpc;

/// <summary>Requests that are almost right, from a seeded generator: the same seed gives the same requests.</summary>
internal sealed class FuzzInput(int seed)
{
    private static readonly (string Path, IMessage[] Messages)[] Targets =
    [
        ("/railops.probe.v1.ProbeService/Fail", [new FailRequest { Code = 3, Text = "Слюдянка", WithDetails = true }]),
        ("/railops.probe.v1.ProbeService/Sum", [new CountResponse { Value = 7 }, new CountResponse { Payload = ByteString.CopyFrom(new byte[300]) }]),
        ("/railops.probe.v1.ProbeService/Chat", [new EchoRequest { Text = "one" }, new EchoRequest { Text = "two" }]),
        ("/grpc.health.v1.Health/Check", [new Contracts.Health.HealthCheckRequest { Service = "railops.v1.SupplyService" }]),
        ("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo", [new ServerReflectionRequest { FileContainingSymbol = "railops.v1.SupplyService" }]),
        ("/railops.v1.SupplyService/AssessSupply", [Ask.Assess("history-1940", "1940-06-01", "soviet", Ask.Close("circum-baikal-tunnels"))]),
        ("/railops.v1.FlowService/SolveMaxFlow", [Ask.Flow("harris-ross-1955", "origins", "destinations")]),
        ("/railops.v1.CatalogService/ListTimelines", [new ListTimelinesRequest { PageSize = 5 }]),
        ("/no.such.Service/Method", [new EchoRequest { Text = "lost" }]),
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("grpc-timeout", ["1S", "500m", "99999999H", "0n", "-1S", "1x", "", "18446744073709551616S"]),
        ("grpc-encoding", ["gzip", "deflate", "identity", "br", "", "gzip,gzip"]),
        ("grpc-accept-encoding", ["gzip", "identity,deflate", ",,,", "*"]),
        ("x-data-bin", ["AAEC", "A", "====", "AAEC,/w", "not base64!"]),
        ("x-text", ["plain", "%%%", "a, b, c", "\"quoted"]),
        ("te", ["trailers", "gzip", ""]),
        ("authorization", ["Bearer x", "Basic", "Bearer "]),
        ("traceparent", ["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "00-zz", "ff"]),
    ];

    private static readonly string[] ContentTypes =
        ["application/grpc", "application/grpc+proto", "application/grpc;x", "application/grpc+json", "application/json", "application/grpc-"];

    private readonly Random _random = new(seed);

    /// <summary>A number from 0 to one less than the bound.</summary>
    public int Next(int bound) => _random.Next(bound);

    /// <summary>A path with a body for it, changed somewhere more often than not.</summary>
    public (string Path, byte[] Body) Call()
    {
        var (path, messages) = Targets[_random.Next(Targets.Length)];
        var body = messages.SelectMany(message => RawCall.Frame(Mutate(message.ToByteArray(), 3))).ToArray();
        return (_random.Next(20) == 0 ? $"{path}{(char)('a' + _random.Next(26))}" : path, _random.Next(20) == 0 ? Noise(200) : Mutate(body, 2));
    }

    /// <summary>A content type of gRPC, seldom another.</summary>
    public string ContentType() => ContentTypes[_random.Next(5) == 0 ? _random.Next(ContentTypes.Length) : 0];

    /// <summary>Some headers, each with a value that is right or not.</summary>
    public (string Name, string Value)[] SomeHeaders() => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Header()).DistinctBy(header => header.Name)];

    /// <summary>Bytes with up to a number of changes: flipped, cut, doubled, filled or inserted.</summary>
    public byte[] Mutate(byte[] bytes, int most)
    {
        var changed = bytes.ToList();
        for (var count = _random.Next(most + 1); count > 0 && changed.Count > 0; count--)
            Change(changed, _random.Next(changed.Count));
        return [.. changed];
    }

    /// <summary>Random bytes.</summary>
    public byte[] Noise(int most)
    {
        var bytes = new byte[_random.Next(most + 1)];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>What a client sends over HTTP/2, changed somewhere: preface, settings, headers, data, and frames made up.</summary>
    public byte[] Http2()
    {
        var (path, body) = Call();
        byte[] whole =
        [
            .. RawHttp2.Preface,
            .. RawHttp2.Settings,
            .. RawHttp2.Headers(1, endHeaders: _random.Next(8) != 0, path, ("content-type", ContentType()), ("te", "trailers"), Header()),
            .. RawHttp2.Frame(0, (byte)_random.Next(2), 1, body),
            .. RawHttp2.Frame((byte)_random.Next(12), (byte)_random.Next(256), _random.Next(5), Noise(60)),
            .. RawHttp2.Frame(0, 1, 1, []),
        ];
        return _random.Next(4) == 0 ? [.. RawHttp2.Preface, .. Noise(300)] : Mutate(whole, 4);
    }

    /// <summary>What a client sends over HTTP/1.1, changed somewhere.</summary>
    public byte[] Http1()
    {
        var (path, body) = Call();
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/grpc-web\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        return Mutate([.. Encoding.ASCII.GetBytes(head), .. body], 4);
    }

    private (string Name, string Value) Header()
    {
        var (name, values) = Headers[_random.Next(Headers.Length)];
        return (name, values[_random.Next(values.Length)]);
    }

    private void Change(List<byte> bytes, int at)
    {
        switch (_random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 20)));
                break;
            case 4:
                bytes.InsertRange(at, Noise(10));
                break;
            default:
                bytes[at] = 255;
                break;
        }
    }
}
