namespace RailOps.Analysis.Interdiction;

/// <summary>Passes a solver's progress on in rail words, on the solver's thread.</summary>
/// <typeparam name="T">Progress of the solver.</typeparam>
internal sealed class SearchListener<T>(IProgress<SearchState> listener, Func<T, SearchState> translate) : IProgress<T>
{
    public void Report(T value) => listener.Report(translate(value));
}
