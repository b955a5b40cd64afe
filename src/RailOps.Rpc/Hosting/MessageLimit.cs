using Grpc.Core;

namespace RailOps.Rpc.Hosting;

/// <summary>Refuses messages that are too large, by name and number.</summary>
internal static class MessageLimit
{
    /// <summary>Checks a message that comes in.</summary>
    public static void CheckReceived(long lengthBytes, int? limitBytes) => Check(lengthBytes, limitBytes, "Received");

    /// <summary>Checks a message that goes out.</summary>
    public static void CheckSent(long lengthBytes, int? limitBytes) => Check(lengthBytes, limitBytes, "Sent");

    private static void Check(long lengthBytes, int? limitBytes, string direction)
    {
        if (limitBytes is { } limit && lengthBytes > limit)
            throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"{direction} message of at least {lengthBytes} bytes exceeds the limit of {limit} bytes."));
    }
}
