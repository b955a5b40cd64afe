using System.Text.Json;
using RailOps.Analysis.GraphFiles;
using RailOps.Contracts.V1;
using RailOps.Server.Shell.Rendering;

namespace RailOps.Server.Shell.Graphs;

/// <summary>An answer with the ways to show it.</summary>
/// <param name="Solve">How it was found.</param>
/// <param name="Certificate">What the certificate file is to hold; null: there is no proof.</param>
/// <param name="Show">Writes it for people.</param>
/// <param name="WriteJson">Writes its fields as JSON, inside an object that is open.</param>
internal sealed record GraphReply(GraphSolve Solve, string? Certificate, Action<Report> Show, Action<Utf8JsonWriter> WriteJson)
{
    /// <summary>What the second solver says; null: nobody asked.</summary>
    public CrossCheck? Check { get; init; }
}
