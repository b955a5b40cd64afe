namespace RailOps.Server.Hosting;

/// <summary>The ports a started server listens on.</summary>
/// <param name="GrpcPort">gRPC over HTTP/2 without TLS.</param>
/// <param name="HttpPort">HTTP/1.1: page, /healthz, /metrics.</param>
public sealed record BoundPorts(int GrpcPort, int HttpPort);
