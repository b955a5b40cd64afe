namespace RailOps.Model.Formats;

/// <summary>How bad a problem in the data files is.</summary>
public enum ProblemSeverity
{
    /// <summary>The data can be used; somebody should look.</summary>
    Warning,

    /// <summary>The data cannot be used until it is mended.</summary>
    Error,
}
