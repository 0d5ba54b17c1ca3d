#!/usr/bin/env python3
# mypy: ignore-errors
"""Deterministic Indonesian prison-news corpus (seeded; no third-party text).

    make_corpus.py --posts 1000 --out DIR [--format generic|hugo|zola|eleventy|pelican|mkdocs|nikola]
    make_corpus.py --edit N --out DIR      # append one sentence to the body of post N of an existing corpus

The same (seed, index) always gives the same post whatever --posts is, so smaller
corpora are prefixes of larger ones (dates apart: these are spread over 8 years).
The sentences are our own, recombined from a small vocabulary of the register that
Indonesian correctional facilities write their public news in.
"""
import argparse
import datetime as dt
import os
import random
import re
import sys

TAGS = """ramadhan pembinaan warga-binaan pemasyarakatan takjil buka-puasa silaturahmi hari-bhakti
keamanan penggeledahan razia kunjungan layanan-publik integritas zona-integritas wbk remisi asimilasi
pembebasan-bersyarat kesehatan klinik posyandu vaksinasi pelatihan kerajinan pertanian perikanan batik
mebel pramuka olahraga futsal upacara kemerdekaan idul-fitri idul-adha natal waisak nyepi pesantren
tadarus khotbah literasi perpustakaan kejar-paket rehabilitasi narkoba p4gn sinergi polri tni kejaksaan
pengadilan pemda mou donor-darah bakti-sosial kebersihan lingkungan inovasi apel sosialisasi""".split()
CATEGORIES = ["berita-utama", "pembinaan", "keamanan", "layanan", "kegiatan", "pengumuman"]
PLACES = ["Rantau", "Sungai Jernih", "Bukit Asri", "Tanjung Lestari", "Muara Indah", "Padang Teduh",
          "Kota Baru", "Lembah Damai", "Batu Licin Hulu", "Teluk Harapan"]
UNITS = ["Rutan Kelas IIB", "Lapas Kelas IIA", "Lapas Perempuan Kelas III", "LPKA Kelas II", "Bapas Kelas I"]
GIVEN = ["Rahmat", "Siti", "Budi", "Dewi", "Agus", "Nur", "Hendra", "Fitri", "Yusuf", "Lestari", "Arif", "Wulan"]
FAMILY = ["Pratama", "Hidayat", "Santoso", "Maharani", "Kusuma", "Saputra", "Wibowo", "Anggraini", "Firmansyah", "Utami"]
ROLES = ["Kepala Rutan", "Plt. Kepala Lapas", "Kepala Subseksi Pelayanan Tahanan", "Kepala Kesatuan Pengamanan",
         "Kepala Seksi Pembinaan", "petugas kesehatan", "pembina pramuka", "penyuluh agama"]
DO = ["membagikan takjil", "menggelar buka puasa bersama", "melaksanakan penggeledahan kamar hunian",
      "menyerahkan remisi khusus", "membuka pelatihan kerajinan rotan", "memanen sayur hidroponik",
      "mengadakan pemeriksaan kesehatan", "menandatangani nota kesepahaman", "menyelenggarakan lomba olahraga",
      "melatih baca tulis Al-Qur'an", "meresmikan pojok baca", "menggelar donor darah", "mengikuti apel siaga",
      "menyosialisasikan layanan kunjungan daring", "menutup kegiatan kepramukaan"]
WHO = ["warga binaan", "keluarga warga binaan", "masyarakat sekitar", "seluruh pegawai", "pengguna jalan",
       "tamu undangan", "anak didik pemasyarakatan", "para relawan"]
AIM = ["mempererat silaturahmi dengan masyarakat", "memberi bekal keterampilan setelah bebas",
       "menjaga keamanan dan ketertiban", "meningkatkan mutu layanan publik", "menumbuhkan kepercayaan diri",
       "mencegah gangguan kamtib", "memenuhi hak dasar warga binaan", "membangun hubungan yang harmonis",
       "memperkuat ikatan keluarga", "meningkatkan citra positif lembaga pemasyarakatan"]
WHERE = ["aula utama", "halaman depan", "ruang kunjungan", "masjid At-Taubah", "blok hunian", "bengkel kerja",
         "lapangan upacara", "kebun asimilasi", "klinik pratama", "perpustakaan"]
VALUE = ["disiplin", "kepedulian", "kejujuran", "kebersamaan", "tanggung jawab", "ketekunan", "keterbukaan"]
MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
          "November", "Desember"]
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
START = dt.datetime(2018, 1, 2, 8, 0)
SPAN = 8 * 365 * 24 * 60  # minutes

S = [
    "{unit} {place} {do} bagi {who} pada {day}, {date}.",
    "Kegiatan yang berlangsung di {where} ini bertujuan untuk {aim} serta {aim2}.",
    "Menurut {role}, {name}, kegiatan tersebut merupakan wujud **{value}** seluruh jajaran terhadap {who}.",
    "\"Kami berharap {who} dapat merasakan manfaatnya, khususnya untuk {aim},\" ujar {name}.",
    "Sebanyak {n} orang mengikuti kegiatan sejak pukul {hh}.{mm} hingga selesai dengan tertib dan lancar.",
    "Selain {do}, pihak {unit} {place} juga {do2} sebagai bagian dari program pembinaan kepribadian.",
    "Informasi lengkap dapat dibaca pada [halaman layanan](https://layanan.example/{slugval}/) atau ditanyakan di loket informasi.",
    "Ia menambahkan bahwa *{value}* dan *{value2}* merupakan dasar penting dalam proses pemasyarakatan.",
    "Program ini akan dijadikan agenda rutin setiap tahun dan diperluas bagi {who} yang belum sempat ikut serta.",
    "Seluruh rangkaian acara diawasi petugas {where} agar tetap aman, sesuai dengan standar operasional prosedur.",
    "Salah seorang peserta menyampaikan rasa terima kasih karena kesempatan ini membantunya {aim}.",
    "Dengan terjalinnya kerja sama yang baik, {unit} {place} diharapkan mampu {aim} secara berkelanjutan.",
    "Petugas juga mengingatkan bahwa semua layanan **tidak dipungut biaya** dan dapat diakses tanpa perantara.",
    "Usai kegiatan, {name} meninjau langsung {where} dan berdialog dengan {who} mengenai kebutuhan mereka.",
]
HEADS = ["Silaturahmi dan Pembinaan di {where}", "Dampak Positif bagi {who}", "Komitmen {unit} {place}",
         "Harapan {role}", "Menuju Layanan yang Lebih Baik", "Sinergi demi {value}"]


def slugify(s):
    return re.sub(r"[^a-z0-9]+", "-", s.lower()).strip("-")


def zipf_tags(rng, k):
    weights = [1.0 / (i + 1) for i in range(len(TAGS))]
    out = []
    while len(out) < k:
        t = rng.choices(TAGS, weights)[0]
        if t not in out:
            out.append(t)
    return out


def slots(rng, when):
    aim, aim2 = rng.sample(AIM, 2)
    do, do2 = rng.sample(DO, 2)
    v, v2 = rng.sample(VALUE, 2)
    return dict(unit=rng.choice(UNITS), place=rng.choice(PLACES), do=do, do2=do2, who=rng.choice(WHO), aim=aim,
                aim2=aim2, where=rng.choice(WHERE), role=rng.choice(ROLES), value=v, value2=v2,
                name=rng.choice(GIVEN) + " " + rng.choice(FAMILY), n=rng.randint(12, 480), hh="%02d" % rng.randint(7, 17),
                mm=rng.choice(["00", "15", "30", "45"]), slugval=slugify(v), day=DAYS[when.weekday()],
                date="%d %s %d" % (when.day, MONTHS[when.month - 1], when.year))


def para(rng, base, when, target):
    out, n = [], 0
    while n < target:
        d = slots(rng, when)
        d.update(unit=base["unit"], place=base["place"])
        if rng.random() < 0.6:
            d["name"] = base["name"]
        s = rng.choice(S).format(**d)
        if s in out:
            continue
        out.append(s[0].upper() + s[1:])
        n += len(s) + 1
    return " ".join(out)


def make_post(i, total, seed):
    rng = random.Random("%d:%d" % (seed, i))
    when = START + dt.timedelta(minutes=int(SPAN * (i + 0.5) / total))
    base = slots(rng, when)
    title = "{unit} {place} {do}, {aim}".format(**base)
    title = " ".join(w if w[0].isupper() else w.capitalize() for w in title.split(" "))
    summary = "{unit} {place} {do} bagi {who} untuk {aim}.".format(**base)
    nparas = rng.randint(6, 9)
    target = 3250 // nparas
    blocks = [para(rng, base, when, target - 90) for _ in range(nparas)]
    cut = nparas // 2
    parts = blocks[:cut]
    parts.append("## " + rng.choice(HEADS).format(**base).title().replace("Iib", "IIB").replace("Iia", "IIA"))
    parts += blocks[cut:-1]
    if rng.random() < 0.35:
        parts.append("> " + "{value} adalah kunci; mari kita jaga bersama, kata {name}.".format(**base).capitalize())
    if rng.random() < 0.6:
        parts.append("## " + rng.choice(HEADS).format(**slots(rng, when)))
    items = rng.sample(AIM, rng.randint(3, 6))
    parts.append("\n".join("- " + a.capitalize() + "." for a in items))
    parts.append(blocks[-1])
    return dict(i=i, title=title, slug="%s-%d" % (slugify(title)[:70].strip("-"), i), date=when,
                author=rng.choice(GIVEN) + " " + rng.choice(FAMILY), tags=zipf_tags(rng, rng.randint(2, 5)),
                category=rng.choices(CATEGORIES, [30, 25, 15, 12, 12, 6])[0], summary=summary, body="\n\n".join(parts) + "\n")


def q(s):
    return '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'


def render(p, fmt):
    iso = p["date"].strftime("%Y-%m-%dT%H:%M:%S+08:00")
    tags = "[" + ", ".join(p["tags"]) + "]"
    if fmt == "pelican":
        return ("Title: {title}\nDate: {d}\nAuthor: {author}\nTags: {t}\nCategory: {category}\nSlug: {slug}\n"
                "Summary: {summary}\n\n{body}").format(
                    d=p["date"].strftime("%Y-%m-%d %H:%M"), t=", ".join(p["tags"]), **p)
    h = ["---", "title: " + q(p["title"])]
    if fmt == "nikola":
        h += ["slug: " + p["slug"], "date: '%s'" % p["date"].strftime("%Y-%m-%d %H:%M:%S UTC+08:00"),
              "author: " + p["author"], "tags: " + ", ".join(p["tags"]), "category: " + p["category"],
              "description: " + q(p["summary"])]
    elif fmt == "mkdocs":
        h += ["slug: " + p["slug"], "date: " + iso[:10], "tags: " + tags, "categories: [%s]" % p["category"],
              "description: " + q(p["summary"])]
    elif fmt == "zola":
        h += ["date: " + iso, "slug: " + p["slug"], "description: " + q(p["summary"]), "taxonomies:",
              "  tags: " + tags, "  kategori: [%s]" % p["category"], "extra:", "  author: " + p["author"]]
    elif fmt == "hugo":
        h += ["date: " + iso, "slug: " + p["slug"], "author: " + p["author"], "tags: " + tags,
              "kategori: [%s]" % p["category"], "summary: " + q(p["summary"])]
    else:  # generic, eleventy
        h += ["date: " + iso, "slug: " + p["slug"], "author: " + p["author"], "tags: " + tags,
              "category: " + p["category"], "summary: " + q(p["summary"])]
    h.append("---")
    body = p["body"]
    if fmt == "mkdocs":
        head, _, rest = body.partition("\n\n")
        body = head + "\n\n<!-- more -->\n\n" + rest
    return "\n".join(h) + "\n\n" + body


def filename(p):
    return "%s-%05d.md" % (p["date"].strftime("%Y-%m-%d"), p["i"])


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--posts", type=int, default=1000)
    ap.add_argument("--out", required=True)
    ap.add_argument("--seed", type=int, default=61)
    ap.add_argument("--edit", type=int)
    ap.add_argument("--format", default="generic",
                    choices="generic hugo zola eleventy pelican mkdocs nikola".split())
    a = ap.parse_args()
    if a.edit is not None:
        f = sorted(n for n in os.listdir(a.out) if n.endswith("-%05d.md" % a.edit))[0]
        with open(os.path.join(a.out, f), "a", encoding="utf-8") as fh:
            fh.write("\nSuntingan: data peserta telah diperbarui oleh petugas.\n")
        print(os.path.join(a.out, f))
        return
    os.makedirs(a.out, exist_ok=True)
    size = 0
    for i in range(a.posts):
        p = make_post(i, a.posts, a.seed)
        data = render(p, a.format).encode()
        size += len(data)
        with open(os.path.join(a.out, filename(p)), "wb") as fh:
            fh.write(data)
    print("%d posts, %d bytes, mean %.0f" % (a.posts, size, size / max(1, a.posts)), file=sys.stderr)


if __name__ == "__main__":
    main()
