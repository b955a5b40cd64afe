using System.CommandLine;

namespace RailOps.Server.Shell.Commands;

/// <summary><c>help [COMMAND]</c>: the same as <c>COMMAND --help</c>.</summary>
internal static class HelpCommand
{
    /// <summary>Makes the command for the commands of <paramref name="root"/>.</summary>
    public static Command Make(RootCommand root, InvocationConfiguration configuration)
    {
        var topic = new Argument<string?>("COMMAND") { Arity = ArgumentArity.ZeroOrOne, Description = "Explain this command." };
        topic.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && root.Subcommands.All(known => known.Name != result.Tokens[0].Value))
                result.AddError($"\"{result.Tokens[0].Value}\" is not a command.");
        });
        var command = new Command("help", "Explain railops or one of its commands.") { topic };
        command.SetAction(parsed => root.Parse(parsed.GetValue(topic) is { } name ? [name, "--help"] : ["--help"]).Invoke(configuration));
        return command;
    }
}
