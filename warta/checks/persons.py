"""Which words with a capital can be a person's name, and which cannot: what a pattern alone does not know."""

import re

WORD = r"[A-Z](?:[a-z'’]+|[A-Z'’]{2,})"
NAME = rf"(?:[A-Z][a-z]{{0,2}}\.[ ])?{WORD}(?:[ ](?:bin|binti|[A-Z]\.?(?![\w'’])|{WORD})){{1,4}}"
"""Two to five words with capitals, or parts joined by `bin`; perhaps a short form (`M.`, `Hj.`) in front."""

_NEVER = frozenset(
    """
    allah nabi rasulullah al idul hari bulan ramadhan ramadan muslim nasrani kristen katolik hindu buddha budha islam
    senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober
    november desember wib wita wit
    rutan lapas lpka lpp bapas kanwil ditjenpas kemenimipas kemenkumham kementerian direktorat rumah lembaga balai
    pemasyarakatan imigrasi negara republik indonesia kepolisian polres polsek polda polri tni kodim koramil kejaksaan
    kejari pengadilan mahkamah komisi dinas kantor badan pusat puskesmas klinik sekolah universitas yayasan pondok
    pesantren masjid musala gereja vihara pura majelis palang organisasi bnn bnnk pmi pemerintah bupati gubernur camat
    provinsi kabupaten kota kecamatan desa kelurahan jalan blok kamar sel aula gedung ruang kelas klas tipe wisma panti
    taman lapangan pasar kampung nusa pulau gunung sungai tanjung teluk muara bukit padang lembah danau
    kalimantan jawa sumatera sumatra sulawesi papua bali maluku aceh riau lampung banten jakarta bandung surabaya medan
    makassar banjarmasin banjarbaru martapura rantau tapin kandangan barabai amuntai tanjung pelaihari marabahan
    selatan utara barat timur tengah tenggara hulu hilir raya pusat
    kepala plt plh kalapas karutan kabapas kakanwil kadiv dirjen direktur menteri wakil ketua sekretaris kasi kasubsi
    kasubbag kpr kplp kamtib seksi subseksi staf petugas pegawai pembina pembimbing penyuluh dokter perawat jaksa hakim
    penyidik komandan letkol mayor kapten lettu letda serma serka sertu serda brigadir bripka bripda aipda aiptu ipda
    iptu akp kompol akbp kombes brigjen irjen ustaz ustadz ustadzah kiai kyai habib pendeta romo pastor bapak ibu
    warga binaan wbp narapidana napi tahanan klien andikpas anak didik titipan pria wanita laki perempuan dewasa lansia
    disabilitas residivis baru lama korban keluarga istri suami masyarakat peserta siswa santri pramuka
    kasus perkara pidana tindak korupsi narkotika narkoba teroris terorisme pencurian pembunuhan umum khusus remisi
    asimilasi integrasi pembebasan bersyarat bebas cuti program kegiatan pembinaan pelatihan layanan kunjungan
    griya sanggar kelompok komunitas forum duta kader relawan bank center centre open expo festival band grup
    hafiz quran juz rehabilitasi zona integritas pokmas
    tim regu juara lomba piala nasional sehat mandiri produktif berprestasi terbaik teladan mantan eks orang asing
    dan di ke dari yang untuk bagi pada dengan oleh saat jadi agar kini para ikut ikuti terima dapat raih gelar panen
    """.split()
)
"""Words (lower case) that begin or end what is no person: offices, ranks, places, faiths, months, kinds of people."""

_GIVEN = frozenset(
    """
    abdul abdullah achmad adi aditya agus ahmad aisyah akhmad alfian ali aminah amir andi andri andika anita anton ari
    arief arif aris asep asri astuti ayu azis bagus bambang bayu budi budiman candra darma darmawan dedi deni desi dewi
    dian diana dimas dina dody doni dwi edi efendi eka eko endang erna erwin fadli fahmi faisal fajar farhan fatimah
    fauzi febri ferdi ferry firman firmansyah gilang gunawan guntur gusti hadi hairul halimah hamdani hamzah handoko
    hasan hasanah hendra hendri henny heri herman heru husin ibrahim ida ika indra ira irfan irwan ismail iwan
    jaelani jamal jamaludin joko johan junaidi kartika khairul kurniawan lina linda lukman mahmud mariani marlina
    maryam maya mega mira mochamad mohamad mohammad muh muhamad muhammad muhidin mulyadi mulyono murni mustafa nanang
    nina ningsih noor norhayati novi nugroho nurhayati nurul oktavia prasetyo pratama puji purnomo rachmat rahman
    rahmat ramli rani ratna reza rian ridwan rina rini riski rizal rizki rizky rohman roni rosita rudi rudy rusdi ruslan
    rusli saiful salim samsul santoso saputra sari satria septian setiawan sigit siti slamet solihin sofyan sri subhan
    sudirman sugeng suharto sukarno sulaiman sumarni supardi supriadi surya susanto susi sutrisno syahrul syaiful syarif
    taufik teguh tono tri udin umar usman utami wahyu wahyudi wati wawan widodo wulan yanti yanto yuda yudi yuli yulia
    yuliana yuni yusuf zainal zainuddin zulkifli
    """.split()
)
"""Given names that are no common words: where every word has a capital, only these tell a name."""


def person(words: str, *, surely: bool = False) -> str:
    """The person's full name with which the words begin, "" for none. `surely`: its first word must be a known name."""
    parts = words.split(" ")
    known = next((at for at, part in enumerate(parts) if _bare(part) in _NEVER), len(parts))
    parts = parts[:known]
    full = [part for part in parts if len(_bare(part)) > 1]
    if len(full) < 2 or parts[-1] in {"bin", "binti"}:
        return ""
    if (surely or any(part.isupper() for part in full)) and _bare(full[0]) not in _GIVEN:
        return ""
    return " ".join(parts)


def _bare(word: str) -> str:
    return re.sub(r"['’.]", "", word).casefold()
