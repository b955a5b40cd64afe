namespace RailOps.Solvers.Criticality;

/// <summary>What the loss of two targets at once does.</summary>
/// <param name="First">Index of the first target; less than <paramref name="Second"/>.</param>
/// <param name="Second">Index of the second target.</param>
/// <param name="After">Maximum flow left, in flow units.</param>
/// <param name="Loss">Flow units lost; 0 or more.</param>
/// <param name="BeyondLarger">Flow units lost beyond the larger of the two losses alone.</param>
/// <param name="BeyondSum">
/// Flow units lost beyond both losses alone together: positive if the two stand in for each other, negative if one makes the
/// other needless.
/// </param>
/// <param name="TieGroup">Number of the group of pairs with the same loss, 0 for the largest loss.</param>
public sealed record CriticalPair(int First, int Second, long After, long Loss, long BeyondLarger, long BeyondSum, int TieGroup);
