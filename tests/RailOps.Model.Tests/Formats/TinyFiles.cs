using RailOps.Model.Doctrine;

namespace RailOps.Model.Tests.Formats;

/// <summary>The files of <see cref="TinyNetworks"/>; every figure in them is made up for the tests.</summary>
internal static class TinyFiles
{
    public const string Timeline = "timelines/tiny.yaml";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["base/stations.csv"] = """
            id,name,name_period,latitude_degrees,longitude_degrees,country_1939,kind,notes,source_ids,grade
            alpha,Alpha,Old Alpha,50,100,USSR,station,,book,A
            beta,Beta,,50,101,USSR,port,"first line
            second line",book;map,B
            gamma,Gamma,,50,102,Manchukuo,port,,book,C

            """,
        ["base/railways.csv"] = "id,name\nmain,Main line\nroads,Roads\n",
        ["base/links.csv"] = """
            id,from_id,to_id,railway_id,operator,mode,length_km,opened,closed,optional,season_id,notes,source_ids,grade
            alpha--beta,alpha,beta,main,soviet,rail,75.5,1903-07,,,,,book,A
            beta--gamma,beta,gamma,roads,soviet,road,90,1900,1950-01-01,true,mud,,book;map,B

            """,
        ["base/values.csv"] = """
            subject_id,quantity,valid_from,valid_to,low,best,high,source_ids,grade,note
            alpha--beta,track_count,,1930-01-01,,1,,book,A,
            alpha--beta,track_count,1930-01-01,,,2,,book,A,
            alpha--beta,train_pairs_per_day,,,10,12,14.5,book,B,as told
            long-tunnel,capacity_tonnes_per_day,,,1000,2000,3000,map,C,

            """,
        ["base/points.csv"] = """
            id,name,kind,link_ids,length_m,notes,source_ids,grade
            long-tunnel,Long tunnel,tunnel,alpha--beta,750,,book,A

            """,
        ["base/ports.csv"] = """
            station_id,valid_from,valid_to,capacity_tonnes_per_day_low,capacity_tonnes_per_day_best,capacity_tonnes_per_day_high,source_ids,grade,note
            beta,,,100,200,300,book,B,

            """,
        ["base/transshipment.csv"] = """
            station_id,valid_from,valid_to,capacity_tonnes_per_day_low,capacity_tonnes_per_day_best,capacity_tonnes_per_day_high,source_ids,grade,note
            gamma,,,,400,,book,C,

            """,
        ["base/seasons.csv"] = """
            season_id,from_month_day,to_month_day,factor_low,factor_best,factor_high,source_ids,grade,note
            mud,04-01,05-31,0.2,0.3,0.5,book,C,
            mud,06-01,03-31,,1,,book,C,

            """,
        ["base/capacity_evidence.csv"] = """
            id,place,from_id,to_id,date,figure,unit,meaning,source_id,page,grade
            e1,Main line,alpha,beta,1904-02,6,pairs/day,all trains,book,12,A

            """,
        ["base/sources.csv"] = "id,author,title,year,found_at,licence\nbook,An Author,A Book,1950,,\nmap,,A Map,1940,,\n",
        ["doctrine/formations.csv"] = """
            formation_id,name,year,men_count,horse_count,vehicle_count,division_equivalent,tail_formation_id,tail_ratio_rest,tail_ratio_defence,tail_ratio_attack,source_ids,grade,notes
            SU_RD,Rifle division,1939,18000,5000,600,1,SU_TAIL,0.5,0.6,0.7,book,C,
            SU_TAIL,Army troops,1939,9000,,,0,,,,,book,D,

            """,
        ["doctrine/consumption.csv"] = "formation_id,posture,rations_tonnes_per_day,forage_tonnes_per_day,fuel_tonnes_per_day,"
            + "ammunition_tonnes_per_day,other_tonnes_per_day,total_tonnes_per_day_low,total_tonnes_per_day_best,total_tonnes_per_day_high,source_ids,grade,note\n"
            + "SU_RD,rest,40,,,,,60,100,120,book,C,\nSU_RD,defence,40,,,,,80,140,190,book,C,\nSU_RD,attack,40,,,,,120,220,350,book,C,\n"
            + "SU_TAIL,rest,,,,,,,10,,book,D,\nSU_TAIL,defence,,,,,,,20,,book,D,\nSU_TAIL,attack,,,,,,,30,,book,D,\n",
        ["doctrine/planning_factors.csv"] = "factor_id,scope,valid_from,valid_to,unit,low,best,high,source_ids,grade,note\n"
            + string.Concat(PlanningFactorIds.All.Select(id => $"{id},all,,,unit,1,2,3,book,C,\n")),
        ["doctrine/supply_classes.csv"] = """
            kind,station_id,class_id,source_ids,grade,note
            general,,fuel,book,C,
            general,alpha,none,book,C,counted elsewhere
            coal,,coal,book,C,

            """,
        ["doctrine/fleets.csv"] = """
            side_id,valid_from,valid_to,wagon_count_low,wagon_count_best,wagon_count_high,locomotive_count_low,locomotive_count_best,locomotive_count_high,source_ids,grade,note
            soviet,1940-01-01,,100,200,300,,,,book,C,

            """,
        [Timeline] = """
            id: tiny
            title: Tiny
            description: A small war.
            fictional: true
            start_date: 1940-04-01
            end_date: 1940-12-31
            default_date: 1940-06-01
            supply_kinds_counted: [general]
            supply_kinds_reason: Because.
            sides:
              - {id: soviet, title: Soviet Union, opponent: japanese}
              - {id: japanese, title: Japan, opponent: soviet}
            optional_links:
              - {railway: roads, from: 1940-01-01, grade: D, sources: [book], note: built}
            control:
              - {country: USSR, side: soviet}
              - {station: gamma, side: , from: 1940-05}
            sources:
              - {side: soviet, station: alpha, kind: general, grade: B, sources: [book]}
              - {side: japanese, station: gamma, kind: coal, low: 1, best: 2, high: 3, to: 1940-09-01, grade: D, sources: [map]}
            fronts:
              - id: coast
                side: soviet
                title: Coast
                to: 1940-10-01
                priority: 1
                weight: 2
                posture: defence
                entries:
                  - {station: gamma, road_leg_km: 15}
                trucks: {low: 500, best: 1000, high: 2000}
                grade: B
                sources: [book]
                note: here
                strength:
                  - date: 1940-03-01
                    formations:
                      - {name: Ten divisions, formation: SU_RD, count: 10.5, manning: 0.9, grade: C, sources: [book], note: about}
                  - date: 1940-07-01
                    formations: []
            events:
              - id: raid
                title: A raid.
                from: 1940-04-15
                to: 1940-05-30
                grade: D
                sources: [book]
                changes:
                  - {close: long-tunnel}
                  - {derate: "side:soviet", capacity_left: 0.05}
                  - {open: roads}
                  - {capture: gamma, by: japanese}
                  - {repair: alpha--beta}
                  - {set: alpha, quantity: capacity_tonnes_per_day, value: 0}
            scenarios:
              - id: tunnel-down
                title: The tunnel is down
                description: What then?
                changes:
                  - {close: long-tunnel}
            attack_means:
              - {side: japanese, means: raid, available_count: 1, targets: tunnel, capacity_left: 0, repair_days: {low: 20, best: 45, high: 120},
                 success: {low: 0.2, best: 0.5, high: 0.9}, grade: D, sources: [book],
                 id: tunnel-raid, resource: raids, cost_count: 2, attack_limit_count: 3, strikes: ["point:long-tunnel", "every:railway-link"], reach_km: 400}

            """,
        ["plain/network.yaml"] = "title: Plain\ndescription: Two nodes.\ncapacity_unit: tons\nattribution: Nobody.\n",
        ["plain/nodes.csv"] = "id,label\na,Node A\nb,\n",
        ["plain/edges.csv"] = "id,from_id,to_id,capacity,directed\nab,a,b,12,false\nba,b,a,,true\n",
        ["plain/expected.json"] = "{}\n",
        ["notes/readme.md"] = "Not a network.\n",
        ["backtests/months.csv"] = "anything,goes\n",
        ["backtests/cases.csv"] = """
            id,war,title,question,timeline,side,date,from_id,to_id,front_id,amount_low,amount_best,amount_high,haul_km,observed_low,observed_best,observed_high,comparison,source_ids,evidence_ids,grade,role,known_miss,independent_because,cannot_answer,settled_by,note
            pairs,Small war,Pairs of the main line,all-train-pairs,tiny,soviet,1904-06-01,alpha,beta,,,,,,10,12,14,range,book;map,e1,A,test,told,another page,,a map,as told
            lorries,Small war,Lorries,truck-tonnes-a-day,tiny,soviet,1940-06-01,beta,gamma,,,500,,90,,70,,at-least,book,e1,C,calibration,,,,,
            coast,Small war,Divisions of the coast,divisions-sustained,tiny,soviet,1940-06-01,,,coast,,,,,,10,,at-most,book,e1,D,guide,,,,,
            wagons,Small war,Wagons,wagons-for-force,tiny,soviet,1930-06-01,,,,,,,,,10,,range,book,e1,B,test,,,no wagons yet,a book,

            """,
    };
}
