namespace RailOps.Solvers.Programs;

/// <summary>A solver was asked that is not here. The message says how to add it.</summary>
public sealed class SolverUnavailableException : Exception
{
    /// <summary>Without a message.</summary>
    public SolverUnavailableException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">Why, and how to add it.</param>
    public SolverUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    /// <param name="message">Why, and how to add it.</param>
    /// <param name="innerException">The cause.</param>
    public SolverUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
