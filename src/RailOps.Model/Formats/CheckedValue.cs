namespace RailOps.Model.Formats;

/// <summary>What builders take from records without errors.</summary>
internal static class CheckedValue
{
    /// <summary>A value that the checks have found to be there.</summary>
    /// <exception cref="InvalidOperationException">They have not: a fault of the checks.</exception>
    public static T Required<T>(T? value)
        where T : struct => value ?? throw new InvalidOperationException("A required field was accepted although it is blank.");
}
