using RailOps.Model;
using RailOps.Model.Doctrine;
using RailOps.Model.Network;

namespace RailOps.Server.Tests.Hosting;

/// <summary>Data of a server that is asked nothing about railways.</summary>
internal static class EmptyData
{
    public static RailData Make() => new(
        new BaseNetwork([], [], [], [], [], [], [], []), new DoctrineTables([], []), [], [], "0000000000000000");
}
