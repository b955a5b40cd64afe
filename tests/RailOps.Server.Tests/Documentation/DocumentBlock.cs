using NUnit.Framework;
using RailOps.Testing;

namespace RailOps.Server.Tests.Documentation;

/// <summary>A part of a document that the product writes, between two comments. RAILOPS_WRITE_DOCS=1 writes it anew instead of comparing.</summary>
internal static class DocumentBlock
{
    /// <summary>Compares, or writes.</summary>
    /// <param name="document">Path under the root of the repository.</param>
    /// <param name="name">Name of the block, as its comments have it.</param>
    /// <param name="writer">The test that writes it, as its comments have it.</param>
    /// <param name="block">What the product answers now.</param>
    public static void Check(string document, string name, string writer, string block)
    {
        var (begin, end) = ($"<!-- {name}: written by {writer} -->\n", $"<!-- end of {name} -->\n");
        var path = Path.Combine(RepositoryFolder.Root, document);
        var text = File.ReadAllText(path);
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        var now = block.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("RAILOPS_WRITE_DOCS") == "1")
            File.WriteAllText(path, text[..from] + now + text[to..]);
        else
            Assert.That(text[from..to], Is.EqualTo(now), $"{document} is stale; write it anew with RAILOPS_WRITE_DOCS=1");
    }
}
