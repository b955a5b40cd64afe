// LEMON's NetworkSimplex (block search) and CostScaling on a static digraph: the stated amount from source to sink at least cost.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <utility>
#include <vector>

using Graph = lemon::StaticDigraph;

struct Net {
    int node_count = 0, arc_count = 0, source = 0, sink = 0;
    long long amount = 0;
    std::vector<std::pair<int, int>> ends;
    std::vector<long long> capacity, cost;
};

static Net read(const char *path) {
    Net net;
    FILE *file = std::fopen(path, "r");
    if (!file || std::fscanf(file, "%d %d %d %d %lld", &net.node_count, &net.arc_count, &net.source, &net.sink, &net.amount) != 5) std::exit(2);
    std::vector<std::pair<std::pair<int, int>, std::pair<long long, long long>>> arcs((std::size_t)net.arc_count);
    for (auto &arc : arcs)
        if (std::fscanf(file, "%d %d %lld %lld", &arc.first.first, &arc.first.second, &arc.second.first, &arc.second.second) != 4) std::exit(2);
    std::fclose(file);
    std::stable_sort(arcs.begin(), arcs.end(), [](const auto &a, const auto &b) { return a.first.first < b.first.first; });
    for (const auto &arc : arcs) {
        net.ends.push_back(arc.first);
        net.capacity.push_back(arc.second.first);
        net.cost.push_back(arc.second.second);
    }
    return net;
}

static double now() {
    timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

template <typename Method>
static void measure(const char *name, const Net &net) {
    Graph graph;
    graph.build(net.node_count, net.ends.begin(), net.ends.end());
    Graph::ArcMap<long long> capacity(graph), cost(graph);
    for (std::size_t arc = 0; arc < net.ends.size(); arc++) {
        capacity[graph.arc((int)arc)] = net.capacity[arc];
        cost[graph.arc((int)arc)] = net.cost[arc];
    }
    std::vector<double> seconds;
    long long total = 0;
    for (int run = 0; run < 5 && (run == 0 || seconds[0] < 5); run++) {
        const double start = now();
        int batch = run == 0 ? 1 : std::max(1, (int)(0.05 / (seconds[0] + 1e-6)));
        for (int again = 0; again < batch; again++) {
            Method method(graph);
            method.upperMap(capacity).costMap(cost).stSupply(graph.node(net.source), graph.node(net.sink), net.amount);
            if (method.run() != Method::OPTIMAL) std::exit(3);
            total = method.template totalCost<long long>();
        }
        seconds.push_back((now() - start) / batch);
    }
    std::sort(seconds.begin(), seconds.end());
    std::printf("%s\t%.6f\t0\t%lld\n", name, seconds[seconds.size() / 2], total);
    std::fflush(stdout);
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    const Net net = read(argv[1]);
    measure<lemon::NetworkSimplex<Graph, long long, long long>>("LEMON network simplex", net);
    measure<lemon::CostScaling<Graph, long long, long long>>("LEMON cost scaling", net);
    return 0;
}
