using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace RailOps.Server.GrpcWeb;

/// <summary>The response of a gRPC-Web call: takes the trailers and writes them as the last frame of the body.</summary>
internal sealed class GrpcWebResponse : IHttpResponseBodyFeature, IHttpResponseTrailersFeature
{
    private readonly IHttpResponseBodyFeature _inner;
    private readonly Base64PipeWriter? _text;
    private bool _isEnded;

    /// <summary>Takes the body.</summary>
    /// <param name="inner">Where the bytes go.</param>
    /// <param name="isText">True: as base64.</param>
    public GrpcWebResponse(IHttpResponseBodyFeature inner, bool isText)
    {
        _inner = inner;
        _text = isText ? new Base64PipeWriter(inner.Writer) : null;
        Writer = _text ?? inner.Writer;
        Stream = isText ? Writer.AsStream(leaveOpen: true) : inner.Stream;
    }

    /// <inheritdoc/>
    public Stream Stream { get; }

    /// <inheritdoc/>
    public PipeWriter Writer { get; }

    /// <inheritdoc/>
    public IHeaderDictionary Trailers { get; set; } = new HeaderDictionary();

    /// <summary>Writes the trailers, if there are any; once.</summary>
    public void End()
    {
        if (_isEnded)
            return;
        _isEnded = true;
        if (Trailers.Count > 0)
            TrailerFrame.Write(Writer, Trailers);
        _text?.EncodePending();
    }

    /// <inheritdoc/>
    public Task CompleteAsync()
    {
        End();
        return _inner.CompleteAsync();
    }

    /// <inheritdoc/>
    public void DisableBuffering() => _inner.DisableBuffering();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken = default) => _inner.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);
}
