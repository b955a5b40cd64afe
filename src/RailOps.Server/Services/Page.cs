using System.Globalization;
using Grpc.Core;
using RailOps.Server.Errors;
using RailOps.Server.Mapping;

namespace RailOps.Server.Services;

/// <summary>Cuts pages.</summary>
internal static class Page
{
    private const int UsualSize = 100;
    private const int LargestSize = 1000;

    /// <summary>Cuts one page.</summary>
    /// <typeparam name="T">Row.</typeparam>
    /// <param name="all">All rows.</param>
    /// <param name="size">Rows wanted; 0: 100.</param>
    /// <param name="token">From the last answer, or empty.</param>
    /// <returns>The page.</returns>
    /// <exception cref="RpcException">Negative size or a token that is not ours.</exception>
    public static PageOfRows<T> Of<T>(IReadOnlyList<T> all, int size, string token)
    {
        var problems = new RequestProblems();
        if (size < 0)
        {
            problems.Add(
                ErrorReasons.PageSizeNegative, "page_size", size.ToString(CultureInfo.InvariantCulture),
                $"page_size is {size}, but must be 0 (for {UsualSize}) or more.");
        }

        var start = 0;
        if (token.Length > 0 && !(int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start) && start <= all.Count))
            problems.Add(ErrorReasons.PageTokenInvalid, "page_token", token, $"page_token is '{token}', which no answer for this list gave; leave it empty to begin.");
        problems.ThrowIfAny();
        var count = Math.Min(size == 0 ? UsualSize : size, LargestSize);
        var rows = all.Skip(start).Take(count).ToList();
        var next = start + rows.Count;
        return new PageOfRows<T>(rows, next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : "");
    }
}
