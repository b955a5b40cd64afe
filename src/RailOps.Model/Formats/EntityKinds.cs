namespace RailOps.Model.Formats;

/// <summary>Kinds of things that have ids, to say what a reference may point at.</summary>
[Flags]
internal enum EntityKinds
{
    None = 0,
    Station = 1,
    Railway = 2,
    Link = 4,
    Point = 8,
    Source = 16,
    Season = 32,
    Country = 64,
    Formation = 128,
    Side = 256,
    Node = 512,
    Figure = 1024,
}
