using System.CommandLine;
using RailOps.Contracts.V1;

namespace RailOps.Server.Shell.Commands;

/// <summary>How scarce capacity is shared, and what the troops are doing.</summary>
internal sealed class PolicyOptions
{
    private readonly Option<string> _policy = new("--policy")
    {
        HelpName = "priority|weighted|fair",
        Description = "How scarce capacity is shared between fronts.",
        DefaultValueFactory = _ => "priority",
    };

    private readonly Option<string?> _posture = new("--posture")
    {
        HelpName = "rest|defence|attack",
        Description = "Posture of all fronts (default: as the timeline says for each).",
    };

    /// <summary>Accepts the words of the contract only.</summary>
    public PolicyOptions()
    {
        _policy.AcceptOnlyFromAmong("priority", "weighted", "fair");
        _posture.AcceptOnlyFromAmong("rest", "defence", "attack");
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withPolicy">False: only the posture.</param>
    public void AddTo(Command command, bool withPolicy = true)
    {
        if (withPolicy)
            command.Options.Add(_policy);
        command.Options.Add(_posture);
    }

    /// <summary>The policy asked for.</summary>
    public AllocationPolicy ReadPolicy(ParseResult parsed) => parsed.GetValue(_policy) switch
    {
        "weighted" => AllocationPolicy.Weighted,
        "fair" => AllocationPolicy.Fair,
        _ => AllocationPolicy.Priority,
    };

    /// <summary>The posture asked for, or unspecified.</summary>
    public Posture ReadPosture(ParseResult parsed) => parsed.GetValue(_posture) switch
    {
        "rest" => Posture.Rest,
        "defence" => Posture.Defence,
        "attack" => Posture.Attack,
        _ => Posture.Unspecified,
    };
}
