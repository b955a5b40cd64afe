namespace RailOps.Server.Shell;

/// <summary>What the process returns to the shell that started it.</summary>
internal static class ExitCodes
{
    /// <summary>Answered.</summary>
    public const int Success = 0;

    /// <summary>Any failure that has no code of its own.</summary>
    public const int Failure = 1;

    /// <summary>The question or the data was wrong; asking again will not help.</summary>
    public const int BadInput = 2;

    /// <summary>No server answers at the address.</summary>
    public const int Unreachable = 3;

    /// <summary>No answer in time, or none that is proved: a search that was stopped shows its best plan and bound.</summary>
    public const int OutOfTime = 4;

    /// <summary>Stopped from the keyboard (128 + SIGINT, as shells count).</summary>
    public const int Interrupted = 130;
}
