namespace RailOps.Model.Scenarios;

/// <summary>A change that is in force.</summary>
/// <param name="Sentence">What it does, in one sentence.</param>
/// <param name="EventId">The event that causes it, or empty.</param>
public sealed record AppliedChange(string Sentence, string EventId);
