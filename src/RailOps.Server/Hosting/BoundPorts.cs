namespace RailOps.Server.Hosting;

/// <summary>The ports a started server listens on.</summary>
/// <param name="GrpcPort">gRPC over HTTP/2.</param>
/// <param name="HttpPort">HTTP/1.1: page, /healthz, /metrics; with TLS the same port.</param>
public sealed record BoundPorts(int GrpcPort, int HttpPort);
