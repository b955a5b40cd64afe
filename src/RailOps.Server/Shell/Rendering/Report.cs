using Spectre.Console;

namespace RailOps.Server.Shell.Rendering;

/// <summary>Writes an answer for people: headings, sentences, bullets and tables. Text is never read as markup.</summary>
internal sealed class Report
{
    private readonly TextWriter _output;
    private readonly ReportStyle _style;
    private bool _started;

    /// <summary>Writes to <paramref name="output"/> in the given style.</summary>
    public Report(TextWriter output, ReportStyle style) => (_output, _style) = (output, style);

    /// <summary>Begins a section, with an empty line before it unless it is the first.</summary>
    public void Heading(string text)
    {
        if (_started)
            _output.WriteLine();
        _started = true;
        _output.WriteLine(_style.Colour ? $"\e[1m{text}\e[0m" : text);
    }

    /// <summary>One sentence. Not wrapped: a terminal does that, and a pipe should not.</summary>
    public void Line(string text)
    {
        _started = true;
        _output.WriteLine(text);
    }

    /// <summary>A heading with one bullet per item; nothing if there are none.</summary>
    public void Bullets(string heading, IEnumerable<string> items)
    {
        var all = items.Where(item => item.Length > 0).ToList();
        if (all.Count == 0)
            return;
        Heading(heading);
        all.ForEach(item => Line($"- {item}"));
    }

    /// <summary>A table.</summary>
    /// <param name="columns">Titles; one that begins with <c>&gt;</c> is aligned to the right and never wrapped, one with <c>|</c> only not wrapped.</param>
    /// <param name="rows">One text per column.</param>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        _started = true;
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = false };
        foreach (var column in columns)
            table.AddColumn(Column(column));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        WriteLines(table);
    }

    /// <summary>Draws into memory first, so that the empty lines around and the blanks behind do not reach the reader.</summary>
    private void WriteLines(Table table)
    {
        using var drawing = new StringWriter { NewLine = "\n" };
        Canvas(drawing).Write(table);
        foreach (var line in drawing.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
            _output.WriteLine(line);
    }

    private IAnsiConsole Canvas(TextWriter drawing)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(drawing),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = _style.WidthColumns;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static TableColumn Column(string title)
    {
        var right = title.StartsWith('>');
        var whole = right || title.StartsWith('|');
        return new TableColumn(new Text(whole ? title[1..] : title)) { Alignment = right ? Justify.Right : Justify.Left, NoWrap = whole };
    }
}
