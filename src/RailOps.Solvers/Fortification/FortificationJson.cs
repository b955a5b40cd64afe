using System.Text;
using System.Text.Json;
using RailOps.Solvers.Interdiction;

namespace RailOps.Solvers.Fortification;

/// <summary>Writes a problem and its certificate as the JSON of docs/certificates.md, UTF-8, the same bytes for the same contents.</summary>
public static class FortificationJson
{
    /// <summary>The document.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="certificate">A certificate for it.</param>
    public static string Write(FortificationProblem problem, FortificationCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("format", "railops.fortification.certificate/1");
            WriteProblem(json, problem);
            InterdictionJson.WriteNumbers(json, "defence", certificate.Defence.Select(protection => (long)protection));
            json.WritePropertyName("value");
            InterdictionJson.WriteCapacity(json, certificate.Value);
            WriteAttacks(json, certificate);
            InterdictionJson.WriteNumbers(json, "needed", certificate.Needed.Select(attack => (long)attack));
            WriteTree(json, certificate);
            json.WriteStartObject("behind");
            json.WritePropertyName("plan");
            InterdictionJson.WritePlan(json, certificate.Behind.Plan);
            InterdictionJson.WriteProof(json, certificate.Behind);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteProblem(Utf8JsonWriter json, FortificationProblem problem)
    {
        json.WriteStartObject("problem");
        InterdictionJson.WriteProblem(json, "attack", problem.Attack);
        json.WriteStartArray("protections");
        foreach (var protection in problem.Protections)
        {
            json.WriteStartObject();
            InterdictionJson.WriteNumbers(json, "targets", protection.Targets.Select(target => (long)target));
            InterdictionJson.WriteNumbers(json, "costs", protection.Costs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        InterdictionJson.WriteNumbers(json, "budgets", problem.Budgets);
        json.WriteEndObject();
    }

    private static void WriteAttacks(Utf8JsonWriter json, FortificationCertificate certificate)
    {
        json.WriteStartArray("attacks");
        foreach (var plan in certificate.Attacks)
            InterdictionJson.WritePlan(json, plan);
        json.WriteEndArray();
    }

    private static void WriteTree(Utf8JsonWriter json, FortificationCertificate certificate)
    {
        json.WriteStartArray("tree");
        foreach (var node in certificate.Nodes)
        {
            json.WriteStartObject();
            json.WriteNumber("attack", node.Attack);
            json.WriteStartArray("cases");
            foreach (var one in node.Cases)
                InterdictionJson.WritePair(json, one.Protection, one.Node);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
