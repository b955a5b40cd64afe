namespace RailOps.Server.GrpcWeb;

/// <summary>How the messages of a gRPC-Web call are written (PROTOCOL-WEB of the gRPC project).</summary>
/// <param name="IsRequestText">True: the request body is base64.</param>
/// <param name="IsResponseText">True: the response body is base64.</param>
/// <param name="Suffix">What follows the name of the format in content types: nothing or <c>+proto</c>.</param>
internal sealed record GrpcWebFormat(bool IsRequestText, bool IsResponseText, string Suffix)
{
    private const string Binary = "application/grpc-web";
    private const string Text = "application/grpc-web-text";

    /// <summary>Content type of the response.</summary>
    public string ResponseContentType => (IsResponseText ? Text : Binary) + Suffix;

    /// <summary>True for every content type of the family, also those that are not known here.</summary>
    public static bool IsFamily(string? contentType) => contentType?.StartsWith(Binary, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The format of a request, by its content type and the text format in its accept header; null: not one that is known here.</summary>
    public static GrpcWebFormat? Of(HttpRequest request)
    {
        if (Parse(request.ContentType) is not var (isText, suffix))
            return null;
        var accepted = request.Headers.Accept.ToString().Split(',', StringSplitOptions.TrimEntries).Select(Parse).FirstOrDefault(each => each is not null);
        return new GrpcWebFormat(isText, accepted?.IsText ?? isText, suffix);
    }

    private static (bool IsText, string Suffix)? Parse(string? contentType) =>
        contentType?.Split(';', 2)[0].Trim().ToLowerInvariant() switch
        {
            Binary => (false, ""),
            Binary + "+proto" => (false, "+proto"),
            Text => (true, ""),
            Text + "+proto" => (true, "+proto"),
            _ => null,
        };
}
