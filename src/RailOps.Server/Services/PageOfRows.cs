namespace RailOps.Server.Services;

/// <summary>One page of a list (AIP-158). The data never change while the server runs, so a token is a position.</summary>
/// <typeparam name="T">Row.</typeparam>
/// <param name="Rows">The rows.</param>
/// <param name="NextToken">Token of the next page, or empty: no more.</param>
internal sealed record PageOfRows<T>(IReadOnlyList<T> Rows, string NextToken);
