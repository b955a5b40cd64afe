// LEMON's Preflow, first phase alone (minimum cut) and both phases, on a static digraph. An undirected edge is two arcs.
#include <lemon/preflow.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "net.h"

using Graph = lemon::StaticDigraph;
using Capacities = Graph::ArcMap<long long>;

struct Problem {
    Graph graph;
    Capacities *capacity = nullptr;
};

static double run(const railops_net *net, void *data, double *value, bool with_flow) {
    auto &p = *static_cast<Problem *>(data);
    const double start = cpu_seconds();
    lemon::Preflow<Graph, Capacities> preflow(p.graph, *p.capacity, p.graph.node(net->source), p.graph.node(net->sink));
    if (with_flow) preflow.run();
    else preflow.runMinCut();
    *value = static_cast<double>(preflow.flowValue());
    return cpu_seconds() - start;
}

static double cut_only(const railops_net *net, void *data, double *value) { return run(net, data, value, false); }

static double both_phases(const railops_net *net, void *data, double *value) { return run(net, data, value, true); }

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    const railops_net net = read_net(argv[1]);
    std::vector<std::tuple<int, int, long long>> arcs;
    for (int arc = 0; arc < net.arc_count; arc++) {
        arcs.emplace_back(net.tail[arc], net.head[arc], net.capacity[arc]);
        if (!net.is_directed) arcs.emplace_back(net.head[arc], net.tail[arc], net.capacity[arc]);
    }
    std::sort(arcs.begin(), arcs.end());
    std::vector<std::pair<int, int>> ends;
    for (const auto &arc : arcs) ends.emplace_back(std::get<0>(arc), std::get<1>(arc));
    Problem p;
    p.graph.build(net.node_count, ends.begin(), ends.end());
    p.capacity = new Capacities(p.graph);
    for (std::size_t arc = 0; arc < arcs.size(); arc++) (*p.capacity)[p.graph.arc(static_cast<int>(arc))] = std::get<2>(arcs[arc]);
    time_solver("LEMON preflow, cut", &net, &p, cut_only);
    time_solver("LEMON preflow, cut and flow", &net, &p, both_phases);
    return 0;
}
