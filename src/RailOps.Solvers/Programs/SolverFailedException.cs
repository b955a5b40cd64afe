namespace RailOps.Solvers.Programs;

/// <summary>A solver outside RailOps broke down on one request, refused it, or answered nonsense. The next request is served again.</summary>
public sealed class SolverFailedException : Exception
{
    /// <summary>Without a message.</summary>
    public SolverFailedException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What happened.</param>
    public SolverFailedException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public SolverFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
