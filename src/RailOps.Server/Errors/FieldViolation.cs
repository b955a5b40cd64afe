namespace RailOps.Server.Errors;

/// <summary>One fault in one field of a request.</summary>
/// <param name="Field">Path of the field as the proto spells it, for example <c>scenario.changes[0].close.target</c>.</param>
/// <param name="Description">What is wrong with it and what would be right.</param>
public sealed record FieldViolation(string Field, string Description);
