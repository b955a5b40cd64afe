using System.Text;
using Microsoft.Extensions.Logging;

namespace RailOps.Server.Tests.Security;

/// <summary>Keeps everything that is logged, at every level and with its values.</summary>
internal sealed class LogText : ILoggerProvider
{
    private readonly StringBuilder _text = new();

    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void Dispose()
    {
        // Nothing to free.
    }

    private sealed class Writer(LogText log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log._text)
            {
                log._text.Append(logLevel).Append(' ').AppendLine(formatter(state, exception));
                if (state is IEnumerable<KeyValuePair<string, object?>> values)
                    log._text.AppendLine(string.Join(' ', values));
            }
        }
    }
}
