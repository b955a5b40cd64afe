using NUnit.Framework;
using RailOps.Server.Shell.Clients;

namespace RailOps.Server.Tests.Shell;

[TestFixture]
internal sealed class ServerAddressTests
{
    [TestCase("localhost:5080", "http://localhost:5080/")]
    [TestCase("127.0.0.1:80", "http://127.0.0.1/")]
    [TestCase("[::1]:5080", "http://[::1]:5080/")]
    [TestCase("https://rail.example", "https://rail.example/")]
    public void An_address_is_read_as_people_write_it(string typed, string expected)
    {
        Assert.That(ServerAddress.Parse(typed).AbsoluteUri, Is.EqualTo(expected));
    }

    [TestCase("localhost")]
    [TestCase("5080")]
    [TestCase("localhost:99999")]
    [TestCase("ftp://localhost:5080")]
    [TestCase("")]
    public void Anything_else_is_bad_input(string typed)
    {
        var failure = Assert.Throws<CallFailedException>(() => ServerAddress.Parse(typed));
        Assert.That(failure.Status.Code, Is.EqualTo(3));
        Assert.That(failure.Message, Does.Contain($"\"{typed}\""));
    }
}
