using NUnit.Framework;
using RailOps.Server.GrpcWeb;
using RailOps.Server.Hosting;
using RailOps.Server.Tests.Hosting;
using RailOps.Server.Tests.Rpc.Contract;

namespace RailOps.Server.Tests.Rpc;

[TestFixture]
internal sealed class BrowserAccessTests
{
    private const string Page = "https://maps.example.org";
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    [Test]
    public async Task Without_allowed_origins_no_page_is_let_in()
    {
        await using var server = await StartedServer.StartAsync();

        using var preflight = await AskAsync(server, Page);

        Assert.That(preflight.Headers.Contains(AllowOrigin), Is.False);
        Assert.That((await CallAsync(server, Page)).Headers, Does.Not.ContainKey(AllowOrigin));
    }

    [Test]
    public async Task An_allowed_page_may_call_and_read_status_and_details()
    {
        await using var server = await StartedServer.StartAsync(new ServerOptions { AllowedOrigins = [Page] });

        using var preflight = await AskAsync(server, Page);
        var reply = await CallAsync(server, Page);

        Assert.That(preflight.Headers.GetValues(AllowOrigin), Is.EqualTo(new[] { Page }));
        Assert.That(preflight.Headers.GetValues("Access-Control-Allow-Methods").Single(), Is.EqualTo("POST"));
        Assert.That(preflight.Headers.GetValues("Access-Control-Allow-Headers").Single(), Does.Contain("x-grpc-web"));
        Assert.That((reply.Status, reply.Headers[AllowOrigin]), Is.EqualTo(("0", Page)));
        Assert.That(reply.Headers["Access-Control-Expose-Headers"], Does.Contain("grpc-status").And.Contain("grpc-status-details-bin"));
    }

    [Test]
    public async Task Another_page_is_not_let_in_and_metrics_stay_closed_to_all()
    {
        await using var server = await StartedServer.StartAsync(new ServerOptions { AllowedOrigins = [Page] });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Origin", Page);

        using var preflight = await AskAsync(server, "https://other.example.org");
        using var metrics = await http.GetAsync(new Uri($"{server.HttpAddress}/metrics"));

        Assert.That(preflight.Headers.Contains(AllowOrigin), Is.False);
        Assert.That((await CallAsync(server, "https://other.example.org")).Headers, Does.Not.ContainKey(AllowOrigin));
        Assert.That(metrics.Headers.Contains(AllowOrigin), Is.False);
    }

    [Test]
    public async Task A_star_lets_every_page_in()
    {
        await using var server = await StartedServer.StartAsync(new ServerOptions { AllowedOrigins = [Page, "*"] });

        using var preflight = await AskAsync(server, "https://other.example.org");

        Assert.That(preflight.Headers.GetValues(AllowOrigin), Is.EqualTo(new[] { "*" }));
    }

    [TestCase("https://example.org", true)]
    [TestCase("http://localhost:3000", true)]
    [TestCase("*", true)]
    [TestCase("https://example.org/", false)]
    [TestCase("https://example.org/page", false)]
    [TestCase("example.org", false)]
    [TestCase("ftp://example.org", false)]
    [TestCase("https://example.org:443", false, Description = "browsers leave the usual port out")]
    public void Only_what_a_browser_would_send_is_an_origin(string origin, bool isValid)
    {
        var problems = new ServerOptions { AllowedOrigins = [origin] }.Validate();

        Assert.That(problems, isValid ? Is.Empty : Has.One.Contains($"Allowed origin \"{origin}\""));
    }

    [Test]
    public void The_environment_names_origins_with_commas_between()
    {
        var options = ServerEnvironment.Read(name => name == "RAILOPS_ALLOWED_ORIGINS" ? $"{Page}, http://localhost:3000" : null, []);

        Assert.That(options.AllowedOrigins, Is.EqualTo(new[] { Page, "http://localhost:3000" }));
        Assert.That(AllowedOrigins.Parse(""), Is.Empty);
    }

    private static async Task<WebReply> CallAsync(StartedServer server, string origin)
    {
        using var web = new WebCall(server);
        return await web.SendAsync("Echo", new EchoRequest(), WebCall.Binary, ("Origin", origin));
    }

    private static async Task<HttpResponseMessage> AskAsync(StartedServer server, string origin)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, $"{server.HttpAddress}/railops.probe.v1.ProbeService/Echo");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-grpc-web,grpc-timeout");
        return await http.SendAsync(request);
    }
}
