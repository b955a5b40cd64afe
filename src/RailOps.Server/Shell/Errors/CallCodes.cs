namespace RailOps.Server.Shell.Errors;

/// <summary>The gRPC codes that the shell tells apart, as numbers, since they travel so in <c>google.rpc.Status</c>.</summary>
internal static class CallCodes
{
    public const int Cancelled = 1;
    public const int Unknown = 2;
    public const int InvalidArgument = 3;
    public const int DeadlineExceeded = 4;
    public const int NotFound = 5;
    public const int FailedPrecondition = 9;
    public const int OutOfRange = 11;
    public const int Internal = 13;
    public const int Unavailable = 14;

    /// <summary>What the process returns for a gRPC code.</summary>
    public static int ToExitCode(int code) => code switch
    {
        InvalidArgument or NotFound or FailedPrecondition or OutOfRange => ExitCodes.BadInput,
        Unavailable => ExitCodes.Unreachable,
        DeadlineExceeded => ExitCodes.OutOfTime,
        Cancelled => ExitCodes.Interrupted,
        _ => ExitCodes.Failure,
    };
}
