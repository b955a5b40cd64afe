using RailOps.Model;
using RailOps.Model.Formats;
using RailOps.Server.Shell.Errors;

namespace RailOps.Server.Shell.Clients;

/// <summary>Reads the data files for answers of this process.</summary>
internal static class LocalData
{
    /// <summary>Reads the folder.</summary>
    /// <exception cref="CallFailedException">The data cannot be used; the message shows the first error.</exception>
    public static RailData Load(string folder)
    {
        var result = RailDataReader.Load(folder);
        if (result.Data is { } data)
            return data;
        var errors = result.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        var first = errors[0];
        var place = first.Row is { } row ? $"{first.File}:{row}" : first.File;
        throw Faults.Other(
            CallCodes.FailedPrecondition,
            "DATA_UNUSABLE",
            $"The data in {folder} cannot be used: {errors.Count} errors, the first at {place}: {first.Message} Show all with: railops check {folder}");
    }
}
