using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RailOps.Model.Formats;

/// <summary>
/// Reads a YAML file into nodes that know their lines. Uses the parser of YamlDotNet alone: its object mapping would guess types
/// and stop at the first fault. One document; no anchors, so that a small file cannot grow large.
/// </summary>
internal static class YamlFileReader
{
    /// <summary>The root mapping, or null if the file is not one: that has been reported.</summary>
    public static YamlMap? Read(string file, string text, ProblemList problems)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        try
        {
            var parser = new Parser(scanner);
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
                return ReportShape(file, 1, problems);

            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return root as YamlMap ?? ReportShape(file, root.Line, problems);
        }
        catch (YamlException e)
        {
            return ReportSyntax(file, e.Start, e.Message, problems);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 16.3 meets some unclosed brackets with these, without a mark.
            return ReportSyntax(file, scanner.CurrentPosition, "a bracket or quotation mark is probably not closed", problems);
        }
    }

    private static YamlMap? ReportSyntax(string file, Mark at, string reason, ProblemList problems)
    {
        problems.Error(DataProblemCodes.YamlSyntax, new(file, Line(at), ""), "",
            $"The file should be YAML, but at line {Line(at)}, column {at.Column} it cannot be read: {reason}",
            "Check indentation, colons, brackets and quotation marks there and on the line before; the rest of the file was not checked.");
        return null;
    }

    private static YamlMap? ReportShape(string file, int line, ProblemList problems)
    {
        problems.Error(DataProblemCodes.WrongShape, new(file, line, ""), "", "The file should be a mapping of keys to values, but is not.", "Write 'key: value' lines; docs/formats.md shows them.");
        return null;
    }

    private static YamlNode ReadNode(Parser parser, int depth)
    {
        var next = parser.Consume<ParsingEvent>();
        if (depth > DataLimits.YamlDepth)
            throw new YamlException(next.Start, next.End, $"nodes should be nested at most {DataLimits.YamlDepth} levels deep");

        return next switch
        {
            NodeEvent { Anchor.IsEmpty: false } => throw new YamlException(next.Start, next.End, "anchors are not used in these files; write the value out"),
            AnchorAlias => throw new YamlException(next.Start, next.End, "aliases are not used in these files; write the value out"),
            Scalar scalar => new YamlText(Line(scalar.Start), TextOf(scalar)),
            SequenceStart start => ReadList(parser, start, depth),
            MappingStart start => ReadMap(parser, start, depth),
            _ => throw new YamlException(next.Start, next.End, "a value, list or mapping should stand here"),
        };
    }

    private static YamlList ReadList(Parser parser, SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(parser, depth + 1));

        return new(Line(start.Start), items);
    }

    private static YamlMap ReadMap(Parser parser, MappingStart start, int depth)
    {
        var entries = new List<KeyValuePair<YamlText, YamlNode>>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, depth + 1);
            var name = key as YamlText ?? new(key.Line, "");
            entries.Add(new(name, ReadNode(parser, depth + 1)));
        }

        return new(Line(start.Start), entries);
    }

    private static string TextOf(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" ? "" : scalar.Value.Trim();

    private static int Line(Mark mark) => checked((int)mark.Line);
}
