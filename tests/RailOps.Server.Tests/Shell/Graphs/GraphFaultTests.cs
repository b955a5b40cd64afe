using System.Text.Json;
using NUnit.Framework;
using RailOps.Model.Formats.GraphFiles;

namespace RailOps.Server.Tests.Shell.Graphs;

/// <summary>Bad input gets one answer with every fault: file, row, column, value, and what to do.</summary>
[TestFixture]
internal sealed class GraphFaultTests
{
    [TestCase("from,to,capacity,cost\ns,t,x,1\n", "g.csv:2:capacity: 'capacity' should be a number of 0 or more, but is 'x'.")]
    [TestCase("from,to,capacity,cost\ns,t,-3,1\n", "g.csv:2:capacity: 'capacity' should be 0 to 1,000,000,000,000,000, but is -3. Maybe 3.")]
    [TestCase("from,to,capacity,cost\ns,t,unlimitted,1\n", "Maybe 'unlimited'.")]
    [TestCase("from,to,capacity,cost\ns,t,\"1,000\",1\n", "Write 1000 for a thousand separator")]
    [TestCase("from,to,capacity,cost\ns,t,0.1234567890123,1\n", "at most 12 digits behind the point")]
    [TestCase("from,to,capacity,cost\ns,t,0.1234567890123456789012345678901,1\n", "can be kept exactly")]
    [TestCase("from,to,capacity,cost\ns,t,1e300,1\n", "can be kept exactly")]
    [TestCase("from,to,capacity,cost\ns,t,1e16,1\n", "Leave the cell blank, or write 'unlimited'")]
    [TestCase("from,to,capacity,cost\ns,t,1,1e18\n", "g.csv:2:cost: 'cost' should be 0 to 1,000,000,000,000,000, but is 1e18. Leave the cell blank if it cannot be attacked.")]
    [TestCase("from,to,capacity,cost,residual\ns,t,1,1,2\n", "g.csv:2:residual: 'residual' should be at most the capacity, 1, but is 2.")]
    [TestCase("from,to,capacity,cost,directed\ns,t,1,1,treu\n", "g.csv:2:directed: 'directed' should be true, false, yes, no, 1 or 0, but is 'treu'. Maybe 'true'.")]
    [TestCase("from,to,capacity,cost\ns,,1,1\n", "g.csv:2:to: 'to' should be stated, but is blank.")]
    [TestCase("from,to,capacity,cost\ns,s,1,1\n", "g.csv:2:to: An edge should join two nodes, but both ends are 's'.")]
    [TestCase("from,to,capacity,cost\ns,t,1\n", "g.csv:2: The row should have 4 cells as the header has, but it has 3.")]
    [TestCase("from,to,capacity,cost\ns,t,1,\"1\n", "A quotation mark should be closed")]
    [TestCase("from,to,capacity,cst\ns,t,1,1\n", "g.csv:1:cst: The format has no column 'cst'. Maybe 'cost'.")]
    [TestCase("from,to,cost\ns,t,1\n", "g.csv:1:capacity: The table should have a column 'capacity'")]
    [TestCase("from,to,capacity,cost,cost\ns,t,1,1,1\n", "The column 'cost' should occur once")]
    [TestCase("from,to,capacity,cost,cost_raids\ns,t,1,1,1\n", "but the header has both")]
    [TestCase("from,to,capacity,cost_raids,cost_sorties\ns,t,1,1,\n", "g.csv:2:cost_sorties: 'cost_sorties' should be stated where another cost of the row is, but is blank.")]
    [TestCase("id,from,to,capacity,cost\ne,s,t,1,1\ne,s,t,2,1\n", "g.csv:3:id: 'id' should be unique, but 'e' stands in row 2 too.")]
    [TestCase("from,to,capacity,cost\n", "but has only a header")]
    [TestCase("", "but the file is empty")]
    public async Task A_fault_of_the_edges_is_told_with_its_place(string csv, string expected)
    {
        using var shell = new GraphShell().With("g.csv", csv);

        var run = await shell.RunAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "1");

        Assert.That(run.Error, Does.StartWith("railops: g.csv cannot be used: ").And.Contain(expected));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Is.Empty);
    }

    [TestCase("node,capacity,cost\nx,1,1\n", "n.csv:2:node: 'node' should be an end of an edge in 'g.csv', but none ends at 'x'. Remove the row")]
    [TestCase("node,capacity,cost\nmidle,1,1\n", "Maybe 'middle'.")]
    [TestCase("node,capacity,cost\nmiddle,1,1\nmiddle,2,1\n", "n.csv:3:node: A node should have one row, but 'middle' stands in row 2 too.")]
    [TestCase("node,capacity,cost_raids\nmiddle,1,1\n", "Edges and nodes should have the same cost columns")]
    [TestCase("node,capacity,cost\nmiddle,b,1\n", "n.csv:2:capacity")]
    [TestCase("name,capacity,cost\nmiddle,1,1\n", "n.csv:1:node: The table should have a column 'node'")]
    public async Task A_fault_of_the_nodes_is_told_with_its_place(string csv, string expected)
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity,cost\ns,middle,1,1\nmiddle,t,1,1\n").With("n.csv", csv);

        var run = await shell.RunAsync("interdict", "--graph", "g.csv", "--nodes", "n.csv", "--source", "s", "--sink", "t", "--budget", "1");

        Assert.That(run.Error, Does.Contain(expected));
        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [TestCase("", "should have a line 'p max NODES ARCS', but has none")]
    [TestCase("a 1 2 3\np max 2 1\n", "g.max:1: The line 'p max NODES ARCS' should come before the first a line")]
    [TestCase("p max 2 1\np max 2 1\na 1 2 3\n", "g.max:2: There should be one p line, but line 1 is one too.")]
    [TestCase("p min 2 1\n", "Only the maximum-flow format is read.")]
    [TestCase("p max 2 -1\n", "g.max:1: ARCS should be a whole number of at most 1000000, but is '-1'.")]
    [TestCase("p max 2 2\nn 1 s\nn 2 t\na 1 2 3\n", "g.max:1: The file should have 2 a lines as the p line says, but has 1.")]
    [TestCase("p max 2 1\nn 1 s\nn 2 t\na 1 3 3\n", "g.max:4: A node should be a whole number from 1 to 2, but is '3'.")]
    [TestCase("p max 2 1\nn 1 s\nn 2 t\na 1 2 -3\n", "g.max:4:capacity: 'capacity' should be 0 to")]
    [TestCase("p max 2 1\nn 1 s\nn 2 t\na 1 2\n", "g.max:4: The line should be 'a FROM TO CAPACITY'.")]
    [TestCase("p max 2 1\nn 1 source\nn 2 t\na 1 2 1\n", "g.max:2: The line should be 'n ID s' for the source")]
    [TestCase("p max 2 1\nn 1 s\nn 2 s\na 1 2 1\n", "g.max:3: There should be one source, but line 2 names one too.")]
    [TestCase("p max 2 1\nn 1 s\nn 1 t\na 1 2 1\n", "g.max:3: Source and sink should be two nodes, but both are 1.")]
    [TestCase("p max 2 1\nx\na 1 2 1\n", "g.max:2: A line should begin with c, p, n or a, but begins with 'x'.")]
    [TestCase("comment\np max 2 1\na 1 2 1\n", "g.max:1: A line should begin with c, p, n or a, but begins with 'comment'. Put a blank behind the c")]
    public async Task A_fault_of_a_DIMACS_file_is_told_with_its_line(string text, string expected)
    {
        using var shell = new GraphShell().With("g.max", text);

        var run = await shell.RunAsync("maxflow", "--dimacs", "g.max");

        Assert.That(run.Error, Does.Contain(expected));
        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task A_DIMACS_file_without_ends_asks_for_them()
    {
        using var shell = new GraphShell().With("g.max", "p max 2 1\na 1 2 1\n");

        Assert.That((await shell.RunAsync("maxflow", "--dimacs", "g.max")).Error, Does.Contain("Add --source NODE.").And.Contain("Add --sink NODE."));
    }

    [Test]
    public async Task Every_fault_of_both_files_is_told_at_once_and_as_JSON_on_request()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity,cost\ns,m,x,1\nm,t,1,y\n").With("n.csv", "node,capacity\nmm,z\n");

        var run = await shell.RunAsync("interdict", "--graph", "g.csv", "--nodes", "n.csv", "--source", "s", "--sink", "t", "--budget", "1", "--json");

        using var status = JsonDocument.Parse(run.Error);
        Assert.That(status.RootElement.GetProperty("message").GetString(), Is.EqualTo("g.csv and n.csv cannot be used: 4 faults."));
        var fields = status.RootElement.GetProperty("details")[1].GetProperty("fieldViolations").EnumerateArray().Select(fault => fault.GetProperty("field").GetString());
        Assert.That(fields, Is.EqualTo(new[] { "g.csv:2:capacity", "g.csv:3:cost", "n.csv:2:capacity", "n.csv:2:node" }));
    }

    [Test]
    public async Task Many_faults_are_cut_short_for_people()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity\n" + string.Concat(Enumerable.Repeat("s,t,x\n", 60)));

        Assert.That((await shell.RunAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t")).Error, Does.EndWith("  ... and 10 more (--json shows all).\n"));
    }

    [TestCase("--graph gg.csv --source s --sink t --budget 1", "The file 'gg.csv' should exist, but does not. Maybe 'g.csv' in the same folder.")]
    [TestCase("--graph . --source s --sink t --budget 1", "'.' should be a file, but is a folder.")]
    [TestCase("--graph g.csv --source depott --sink t --budget 1", "--source: The source should be a node of the graph, but no edge ends at 'depott'. Maybe 'depot'.")]
    [TestCase("--graph g.csv --source depot --sink depot --budget 1", "A sink should not be a source too, but 'depot' is both.")]
    [TestCase("--graph g.csv --sink t --budget 1", "Add --source NODE.")]
    [TestCase("--graph g.csv --source depot --sink t", "Add --budget AMOUNT.")]
    [TestCase("--graph g.csv --source depot --sink t --budget raids=1", "The budget should be of one of cost, but is of 'raids'.")]
    [TestCase("--graph g.csv --source depot --sink t --budget 1 --budget cost=2", "There should be one budget of 'cost', but there are two.")]
    [TestCase("--graph g.csv --source depot --sink t --budget x", "--budget \"x\" should be an amount")]
    [TestCase("--graph g.csv --source depot --sink t --budget 1 --plans 0", "--plans \"0\" should be a whole number from 1 to 1000.")]
    [TestCase("--graph g.csv --source depot --sink t --budget 1 --threads 65", "--threads \"65\" should be a whole number from 1 to 64.")]
    [TestCase("--graph g.csv --source depot --sink t --budget 1 --time-limit soon", "--time-limit \"soon\" should be a time of 0 to 24 hours")]
    [TestCase("--graph g.csv --source depot --sink t --budget 1 --certificate no/such/folder/c.json", "cannot be written")]
    [TestCase("", "There should be a TIMELINE or --graph FILE to ask about")]
    public async Task A_fault_of_the_question_is_told_with_its_option(string arguments, string expected)
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity,cost\ndepot,t,1,1\n");

        var run = await shell.RunAsync(["interdict", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.That(run.Error.Replace("\\\"", "\"", StringComparison.Ordinal), Does.Contain(expected).Or.Contain(expected.Split(": ")[^1]));
        Assert.That(run.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task A_budget_names_its_resource_where_there_are_two()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity,cost_raids,cost_sorties\ns,t,1,1,1\n");

        Assert.That((await shell.RunAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "1")).Error, Does.Contain("Write --budget raids=AMOUNT."));
        Assert.That((await shell.RunAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "raid=1")).Error, Does.Contain("Maybe 'raids'."));
    }

    [Test]
    public async Task A_graph_without_costs_cannot_be_attacked()
    {
        using var shell = new GraphShell().With("g.csv", "from,to,capacity\ns,t,1\n");

        Assert.That((await shell.RunAsync("interdict", "--graph", "g.csv", "--source", "s", "--sink", "t", "--budget", "1")).Error, Does.Contain("Add a column 'cost'"));
    }

    [TestCase("144115188075855.872", true)]
    [TestCase("144115188075855.873", false)]
    public async Task Capacities_are_accepted_up_to_the_exact_range_of_2_to_the_58_counted_both_ways(string capacity, bool isAccepted)
    {
        using var shell = new GraphShell().With("g.csv", $"from,to,capacity\ns,t,{capacity}\n");

        var run = await shell.RunAsync("maxflow", "--graph", "g.csv", "--source", "s", "--sink", "t");

        Assert.That(run.ExitCode, Is.EqualTo(isAccepted ? 0 : 2), run.Error);
        if (isAccepted)
            Assert.That(run.Output, Does.StartWith("At most 144,115,188,075,855.872 from s to t"));
        else
            Assert.That(run.Error, Does.Contain("should be at most 2^58").And.Contain("in steps of the last decimal place used (10^-3)"));
    }

    [Test]
    public async Task Help_states_the_limits()
    {
        using var shell = new GraphShell();

        var help = string.Join(' ', (await shell.RunAsync("interdict", "--help")).Output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim()));
        Assert.That(help, Does.Contain(GraphFileLimits.Sentence));
    }
}
